package org.comity.conference.text;

import java.util.List;
import org.comity.conference.text.KeptText.Version;

/** Two versions of a text beside each other. */
public record ComparedView(
        KeptText text, List<Version> versions, int from, int to, List<ComparedParagraph> paragraphs) {}
