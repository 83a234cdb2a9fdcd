package org.comity.cooperation.paper;

import java.util.List;
import java.util.Locale;
import org.comity.directory.Directory;
import org.comity.sealing.Letters.Head;
import org.comity.sealing.Letters.Image;
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

    Head in(Locale language) {
        var lines = configured.lines().get(language.getLanguage());
        return new Head(lines == null ? ofEntry(language) : lines, image);
    }

    private List<String> ofEntry(Locale language) {
        var self = directory.self();
        return List.of(
                self.name(language.getLanguage()),
                self.speaker("central-authority"),
                self.mail() + " · " + self.phone());
    }
}
