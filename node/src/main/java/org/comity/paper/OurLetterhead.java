package org.comity.paper;

import java.util.List;
import org.comity.directory.Directory;
import org.comity.sealing.Letters.Image;
import org.comity.sealing.OfficialLetter.Head;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the head of our letters in each language: as configured, or else as our own entry in the directory has it; and says
 * at their foot where they can be checked.
 */
@Component
class OurLetterhead {

    private final Letterhead configured;
    private final @Nullable Image image;
    private final Directory directory;
    private final String verify;

    /** @param origin where browsers reach this node */
    OurLetterhead(Letterhead configured, Directory directory, @Value("${node.origin}") String origin) {
        this.configured = configured;
        this.image = configured.picture();
        this.directory = directory;
        this.verify = origin.replaceAll("/+$", "") + "/verify";
    }

    /** As it is read, without what every address begins with. */
    String verify() {
        return verify.replaceFirst("^https?://", "");
    }

    /** The page on which whoever holds a paper of this act can check it. */
    String check(String act) {
        return verify + "?act=" + act;
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
