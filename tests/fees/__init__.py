"""Tests of the fees: prices, proofs and settlements, by what the rules say."""
