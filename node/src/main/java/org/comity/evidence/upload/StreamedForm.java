package org.comity.evidence.upload;

/** Names the address of a form by which files come, wherever it stands: what is posted there is read as it comes. */
public record StreamedForm(String path) {}
