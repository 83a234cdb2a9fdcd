package org.comity.conference.text;

import java.util.List;
import org.comity.conference.PublicTexts;
import org.springframework.stereotype.Component;

/** Reads the texts that everybody may read. */
@Component
class ReadingPublicTexts implements PublicTexts {

    private final TextRows rows;

    ReadingPublicTexts(TextRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PublicText> texts() {
        return rows.all().stream()
                .filter(KeptText::everybody)
                .map(it -> {
                    var newest = rows.versions(it.id()).getLast();
                    return TextOnBoard.of(it, newest, rows.paragraphs(it.id(), newest.n()));
                })
                .toList();
    }
}
