package org.comity.directory.pages;

import java.util.List;
import org.comity.directory.Participant;
import org.comity.directory.ProviderNote;
import org.comity.directory.ProviderNoteForm;
import org.comity.ui.FormProblems;

/**
 * What is known of a provider, and the form in which an officer writes it.
 *
 * @param writes whether the reader may
 */
public record ProviderView(
        Participant provider, List<ProviderNote> notes, ProviderNoteForm form, FormProblems problems, boolean writes) {}
