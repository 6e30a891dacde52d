"""What must hold across files: from the curriculum to findings. Nothing here reads a file or prints.

lookup texts loops personal_data · references unique_ids gradations relations practices
prerequisites path coverage workload prose placeholders mentions linked_terms plain_words reading_ease
missing_sources privacy illustrative · ignores registry
"""
