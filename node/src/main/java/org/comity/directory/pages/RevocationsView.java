package org.comity.directory.pages;

import java.util.List;
import org.comity.directory.SignedRevocation;
import org.comity.ui.FormProblems;

/** Every revocation known here, and what was wrong with the file that was just brought. */
public record RevocationsView(List<SignedRevocation> known, FormProblems problems) {}
