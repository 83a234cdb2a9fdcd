package org.comity.seat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.casework.SeatSentences;
import org.comity.directory.Directory;
import org.comity.proof.act.Envelope;
import org.comity.proof.seat.SeatProof;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** Words the sentence that stands wherever an act from a seat is shown; the person goes by the pseudonym of the seat. */
@Component
class SayingWhoApproved implements SeatSentences {

    private final SeatPersonRows seats;
    private final Directory directory;
    private final Words words;

    SayingWhoApproved(SeatPersonRows seats, Directory directory, Words words) {
        this.seats = seats;
        this.directory = directory;
        this.words = words;
    }

    @Override
    public Optional<Section> of(Envelope act, Locale language) {
        if (!SeatProof.asked(act)) return Optional.empty();
        var person = seats.person(act.facts().getOrDefault("key", "")).orElse("?");
        var in = Language.of(language.getLanguage()).orElse(Language.ENGLISH);
        return Optional.of(new Section(
                words.say(in, "seat.sheet"),
                List.of(words.say(
                        in,
                        "seat.recorded",
                        "host",
                        name(act.author(), language),
                        "authority",
                        name(act.facts().getOrDefault("speaker", ""), language),
                        "person",
                        person))));
    }

    private String name(String participant, Locale language) {
        return directory
                .find(participant)
                .map(it -> it.name(language.getLanguage()))
                .orElse(participant);
    }
}
