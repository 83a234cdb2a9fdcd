package org.comity.evidence.report;

import java.util.UUID;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.CustodyPapers;
import org.comity.evidence.custody.NotingCustody;
import org.comity.sealing.Letters;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Printing is written down first, so that the paper says itself who printed it. */
@Component
class PrintingCustody implements CustodyPapers {

    private final ReadingCustody reading;
    private final NotingCustody noting;
    private final Letters letters;
    private final Words words;

    PrintingCustody(ReadingCustody reading, NotingCustody noting, Letters letters, Words words) {
        this.reading = reading;
        this.noting = noting;
        this.letters = letters;
        this.words = words;
    }

    @Override
    public byte[] pdf(UUID item, Official by, Language language) {
        return letters.pdf(CustodyLetter.of(noted(item, by), words, language));
    }

    @Override
    public byte[] graph(UUID item, Official by) {
        return CaseGraph.of(noted(item, by));
    }

    private CustodyRecord noted(UUID item, Official by) {
        reading.read(item, by);
        noting.note(item, Event.PRINTED, by);
        return reading.read(item, by);
    }
}
