package org.comity.paper;

import java.util.List;
import java.util.Optional;
import org.comity.casework.CheckWords;
import org.comity.directory.Directory;
import org.comity.sealing.Letters.Image;
import org.comity.sealing.OfficialLetter.Block;
import org.comity.sealing.OfficialLetter.Head;
import org.comity.sealing.OfficialLetter.Text;
import org.comity.thread.Threads.KeptAct;
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
    private final CheckWords checkWords;
    private final String verify;

    /** @param origin where browsers reach this node */
    OurLetterhead(
            Letterhead configured, Directory directory, CheckWords checkWords, @Value("${node.origin}") String origin) {
        this.configured = configured;
        this.image = configured.picture();
        this.directory = directory;
        this.checkWords = checkWords;
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

    /** Where the holder of this letter asks whether it is ours, and with which word; nothing on what bears none. */
    Optional<Block> checkWord(KeptAct act, LetterBlocks set) {
        return checkWords
                .on(act.envelope(), act.body())
                .map(it -> new Text(set.say(
                        "acts.check-word.how",
                        "address",
                        it.address(),
                        "number",
                        it.number(),
                        "word",
                        it.word(),
                        "phone",
                        directory.self().phone())));
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
