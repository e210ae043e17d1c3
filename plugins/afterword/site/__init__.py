"""Pages and entries become a site: which pages there are, the HTML of entries, what may run, what is found, what a build leaves."""
