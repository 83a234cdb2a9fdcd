package org.comity.paper;

import java.util.List;
import org.comity.directory.Directory;
import org.comity.sealing.Letters.Image;
import org.comity.sealing.OfficialLetter.Head;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the head of our letters in each language: as configured, or else as our own entry in the directory has it.
 */
@Component
class OurLetterhead {

    private final Letterhead configured;
    private final @Nullable Image image;
    private final Directory directory;

    OurLetterhead(Letterhead configured, Directory directory) {
        this.configured = configured;
        this.image = configured.picture();
        this.directory = directory;
    }

    /** Of configured lines the first names the State, the second the authority, the others stand beside. */
    Head in(Language language, String function) {
        var lines = configured.lines().get(language.tag());
        var self = directory.self();
        return lines == null
                ? new Head(
                        self.name(language.tag()),
                        self.speaker(function),
                        List.of(self.capital(language.tag()), self.phone(), self.mail()),
                        image)
                : new Head(
                        lines.getFirst(),
                        lines.size() > 1 ? lines.get(1) : "",
                        lines.subList(Math.min(2, lines.size()), lines.size()),
                        image);
    }
}
