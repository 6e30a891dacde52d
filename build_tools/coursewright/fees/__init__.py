"""Fees: pure functions from rules and applications to prices, proofs and settlements.

``admission``: Which applications take part in a settlement: in time, once each, not withdrawn
``application_rows``: Rows of a table as applications: each is read, or said why not
``award``: Who gets what is limited: rankings, and one allocation that nobody has reason to contest
``column_names``: The columns of a table of applications found among its headers, as they are known and as a layout says
``combination``: What comes of the rules that hold together: how much each takes off. Amounts are whole cents
``conditions``: What the rules tell apart: for each condition the classes of values, and which rules each class fulfils
``earlier``: An earlier settlement, read back from a table or document that the tool has written
``findings``: What is wrong or doubtful in the fees of cohorts: promises that do not hold, examples that come out
    otherwise
``following``: Who of an earlier settlement is who now: people are followed, whatever number their application has
``instalments``: How what is due is split. Amounts are whole cents
``near_words``: Words of applications that nearly are those of rules: told to the office, with what they would change,
    before anyone
``payers``: Who pays what: the whole shared among payers, and each instalment among those who still owe. Amounts are
    cents
``payment``: How what is due is paid: items beside it, stamp duty, the plan's instalments, who pays, the VAT it contains
``payment_findings``: What is doubtful in how a cohort is paid: parts that come too early, take too much, or never count
``payment_sums``: Sums of what very many people pay: in all, by item, by payer, by the day it is due
``price_holes``: Prices that a list gives in one window of time and forgets in another: whoever falls in the hole pays
    the full price
``profiles``: Every profile that the rules tell apart, and the few that they treat differently
``proof``: The proof: each property of a cohort's fees decided over every window and every profile
``quote``: The statement of one applicant: the price, what each rule does, what is due and how it is paid
``rule_set``: One cohort's rules, compiled: from facts of an applicant to the lines of a statement. Amounts are whole
    cents
``scenarios``: Worked examples of a cohort's fees, run
``settlement``: The outcome of all applications of a cohort: places, limited rules, and a statement for every row
``table``: The whole fee table of a cohort: every window and profile, the rules that meet, and the proof
``terms``: The terms of payment of one cohort, compiled: which items, rate, plan and payers hold for an applicant
``withdrawing``: What is due back to someone who withdraws
"""
