package org.comity.conference.text;

import java.util.List;

/** Two versions of a text beside each other. */
public record ComparedView(KeptText text, int from, int to, List<ComparedParagraph> paragraphs) {}
