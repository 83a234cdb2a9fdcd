package org.comity.treaty.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.comity.convention.FinalProvisions.Notice;
import org.comity.convention.Instrument;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.sealing.OfficialLetter;
import org.comity.sealing.OfficialLetter.Address;
import org.comity.sealing.OfficialLetter.Block;
import org.comity.sealing.OfficialLetter.Head;
import org.comity.sealing.OfficialLetter.Item;
import org.comity.sealing.OfficialLetter.Part;
import org.comity.sealing.OfficialLetter.Place;
import org.comity.sealing.OfficialLetter.Signature;
import org.comity.sealing.OfficialLetter.Template;
import org.comity.sealing.OfficialLetter.Text;
import org.comity.sealing.OfficialLetter.Title;
import org.comity.sealing.OfficialLetter.UnbrokenBlocks;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** Sets the letter by which our State tells the depositary, and fills it from our own entry in the directory. */
@Component
class NoticeLetter {

    private final Directory directory;
    private final Words words;
    private final Clock clock;

    NoticeLetter(Directory directory, Words words, Clock clock) {
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    /** What our entry says of this point, a line each; empty where a person writes it. */
    String filled(Notice notice, Language language) {
        var self = directory.self();
        return notice.from().stream()
                .filter(it -> !value(self, it, language).isEmpty())
                .map(it -> words.say(language, "notices.from." + it) + ": " + value(self, it, language))
                .collect(Collectors.joining("\n"));
    }

    /** Parts that would fill the letter and are not in our entry. */
    List<String> missing(Notice notice, Language language) {
        return notice.from().stream()
                .filter(it -> value(directory.self(), it, language).isEmpty())
                .toList();
    }

    OfficialLetter letter(Instrument instrument, Notice notice, String told, Language language) {
        var self = directory.self();
        var blocks = new ArrayList<Block>();
        blocks.add(new Head(
                self.name(language.tag()),
                self.speaker("central-authority"),
                List.of(self.capital(language.tag()), self.phone(), self.mail()),
                null));
        blocks.add(
                new Address("", words.say(language, "notices.letter.to").lines().toList(), List.of()));
        blocks.add(
                new Place(self.capital(language.tag()) + ", " + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        blocks.add(new Title(
                notice.title().in(language.tag()),
                words.say(
                        language,
                        "notices.letter.basis",
                        "instrument",
                        instrument.name().in(language.tag()),
                        "ref",
                        notice.ref())));
        blocks.add(new Text(words.say(
                language,
                "notices.letter.says",
                "state",
                self.name(language.tag()),
                "what",
                notice.words().in(language.tag()))));
        int n = 1;
        for (var line : told.lines().filter(it -> !it.isBlank()).toList()) {
            blocks.add(new Item(Integer.toString(n++), "", List.of(line.strip())));
        }
        blocks.add(new UnbrokenBlocks(List.of(
                new Text(words.say(language, "notices.letter.close")),
                new Signature(words.say(language, "notices.letter.stamp"), "", self.speaker("central-authority")))));
        var foot = words.say(language, "notices.letter.foot", "version", self.version());
        var title = notice.title().in(language.tag());
        return new OfficialLetter(
                title, notice.ref(), List.of(new Part(language.locale(), title, foot, blocks)), Template.OURS);
    }

    private static String value(Participant self, String part, Language language) {
        return switch (part) {
            case "phone" -> self.phone();
            case "mail" -> self.mail();
            case "hours" -> self.hours();
            case "languages" ->
                self.languages().stream()
                        .map(it -> java.util.Locale.forLanguageTag(it).getDisplayLanguage(language.locale()))
                        .collect(Collectors.joining(" · "));
            default -> self.functions().getOrDefault(part, "");
        };
    }
}
