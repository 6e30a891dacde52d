"""Files to model: the only reader of YAML, front matter, Markdown and the bibliography.

text_files · yaml_tree · front_matter · markdown_prose · bibliography · validation · course_tree
"""
