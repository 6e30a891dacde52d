"""Files to model: the only reader of YAML, front matter, Markdown and the bibliography.

text_files course_files finding_limit · yaml_slips yaml_tree · front_matter markdown_parser markdown_prose ·
latex_text bibtex bibliography · catalog_text catalogs · validation course_tree
"""
