"""The web application: accounts, drafts, workflow and access log around what `tasks` return; it never computes.

Every folder here with a module `urls` is an application of its own. Every page declares the action it takes, every row
about a child comes through `children`, and what people agree becomes an entry of the store. May import: tasks, and
the page model and drawings of reports. Only the command line imports it, to start it.
"""
