package org.comity.casework.compose;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.compose.BasisRules.Barred;
import org.comity.convention.Convention;
import org.comity.convention.Instrument;
import org.comity.convention.ProcedureLaw;
import org.comity.directory.LawBetween.Bond;
import org.comity.directory.LawBetween.Tie;
import org.comity.directory.Participant;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;

/** Says of each treaty that a request cannot rest on why it cannot, by the law data and by the entries of both. */
record BarredInstruments(Convention convention, OfferingInstruments offering, Participant us, Words words) {

    List<Barred> of(String law, @Nullable Participant other, Language language) {
        var offered =
                convention.offered(law).stream().map(it -> it.instrument().id()).collect(Collectors.toSet());
        return convention.instruments().stream()
                .filter(it -> !it.form())
                .filter(it -> convention.newest(it.id()).filter(it::equals).isPresent())
                .flatMap(it -> why(it, law, offered.contains(it.id()), other, language).stream()
                        .map(why -> new Barred(it.name().in(language.tag()), why)))
                .toList();
    }

    private Optional<String> why(
            Instrument it, String law, boolean offered, @Nullable Participant other, Language language) {
        if (convention.laws().stream().noneMatch(each -> each.procedure().equals(law) && ofInstrument(each, it))) {
            return Optional.of(words.say(language, "compose.barred.no-rules"));
        }
        if (!offered) {
            return Optional.of(it.inForceFrom()
                    .map(from -> words.say(language, "compose.barred.from", "day", words.day(language, from)))
                    .orElseGet(() -> words.say(language, "compose.barred.not-in-force")));
        }
        return other == null
                ? Optional.empty()
                : offering.tie(it, other).filter(tie -> !tie.offered()).map(tie -> between(tie, other, language));
    }

    private String between(Tie tie, Participant other, Language language) {
        if (tie.bond() == Bond.NOT_YET) {
            LocalDate from = tie.from();
            return from == null
                    ? words.say(language, "compose.barred.not-yet")
                    : words.say(language, "compose.barred.not-yet.from", "day", words.day(language, from));
        }
        return Stream.of(us, other)
                .filter(it -> it.profile().leavesOut(tie.instrument().id()))
                .map(it -> words.say(
                        language,
                        "compose.barred.not-party",
                        "name",
                        it.name(language.tag()),
                        "day",
                        words.day(language, LocalDate.ofInstant(it.signedAt(), ZoneOffset.UTC))))
                .collect(Collectors.joining(" "));
    }

    private static boolean ofInstrument(ProcedureLaw law, Instrument instrument) {
        return law.edition().startsWith(instrument.id() + "/");
    }
}
