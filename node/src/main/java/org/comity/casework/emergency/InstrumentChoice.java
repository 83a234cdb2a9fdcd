package org.comity.casework.emergency;

import java.util.List;
import org.comity.ui.Choice;

/**
 * Under which instruments an emergency can be asked, and which one was chosen.
 *
 * @param chosen its id; {@code name} in the reader's language
 * @param ref of the paragraph that says what an emergency is; empty where that instrument says nothing of it
 */
public record InstrumentChoice(List<Choice> offered, String chosen, String name, String ref) {}
