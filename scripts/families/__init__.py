"""Forms of reports beside the modern final accounts, put together from columns, rows and money; see scripts/generate-reports.

A body's money is a list of postings (`ledger`). A table is rows times columns, each of which chooses postings
and says what it is; a cell is the sum of the postings that both choose, and what both say together is its
truth (`tables`). Lines of items are labelled in one of several styles (`labels`); `forms` says which tables
a form has, `reports` puts them on paper, `attacks` takes away or reorders what a reader relies on.
"""
