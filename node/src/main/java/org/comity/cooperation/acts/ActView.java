package org.comity.cooperation.acts;

import java.util.List;
import org.comity.cooperation.Draft;
import org.comity.directory.Participant;
import org.comity.sealing.Letters.Section;
import org.jspecify.annotations.Nullable;

/**
 * An act before it leaves, as its reader will see it.
 *
 * @param language of the document, a BCP 47 tag
 * @param jsonSize bytes, 0 before submission; {@code pdfSize} likewise
 * @param mine the reader submitted it
 * @param mayApprove this reader may approve it now
 */
public record ActView(
        Draft draft,
        String headline,
        List<Section> sections,
        String language,
        String direction,
        Participant self,
        Participant other,
        boolean needsSecond,
        boolean mine,
        boolean mayApprove,
        String backTo,
        String submitter,
        long jsonSize,
        long pdfSize,
        @Nullable String sendingStatus) {}
