package org.comity.casework.offices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.DomesticFile;
import org.comity.casework.OfficesInside;
import org.comity.casework.offices.Office.Fit;
import org.comity.casework.offices.Passage.End;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.LivePages;
import org.comity.ui.TypedText;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The desk passes a request that came to our State on to an office inside it, and takes note of what comes back. */
@Component
class PassingToOffice implements OfficesInside {

    static final int LONGEST = 3500;

    private final OfficeRows offices;
    private final PassageRows rows;
    private final CaseAccess access;
    private final Compartments compartments;
    private final Threads threads;
    private final Directory directory;
    private final DomesticFile file;
    private final Ledger ledger;
    private final Words words;
    private final LivePages live;
    private final Clock clock;

    // More than eight: what is passed on is read, kept, told to the desk and to the ledger in one step.
    PassingToOffice(
            OfficeRows offices,
            PassageRows rows,
            CaseAccess access,
            Compartments compartments,
            Threads threads,
            Directory directory,
            DomesticFile file,
            Ledger ledger,
            Words words,
            LivePages live,
            Clock clock) {
        this.offices = offices;
        this.rows = rows;
        this.access = access;
        this.compartments = compartments;
        this.threads = threads;
        this.directory = directory;
        this.file = file;
        this.ledger = ledger;
        this.words = words;
        this.live = live;
        this.clock = clock;
    }

    /** As typed. @param aim a day or empty */
    record TypedPassage(String office, String asked, String aim) {
        static final TypedPassage NOTHING = new TypedPassage("", "", "");
    }

    @Override
    public Map<String, WithOffice> of(Collection<String> of) {
        var open = rows.open(of);
        if (open.isEmpty()) return Map.of();
        var known = offices.all().stream().collect(Collectors.toMap(Office::id, it -> it));
        var found = new LinkedHashMap<String, WithOffice>();
        for (var it : open) {
            var first = found.get(it.thread());
            found.put(
                    it.thread(),
                    first == null
                            ? new WithOffice(
                                    Objects.requireNonNull(known.get(it.office()))
                                            .names(),
                                    it.passedAt(),
                                    it.aim(),
                                    0)
                            : new WithOffice(first.names(), first.since(), first.aim(), first.more() + 1));
        }
        return found;
    }

    PassagesView view(String reference, TypedPassage typed, FormProblems problems, Official by) {
        access.mustWrite(by);
        var row = access.row(reference, by);
        var all = offices.all();
        return new PassagesView(
                row,
                lines(row, all),
                possible(row) ? fitting(row, all) : List.of(),
                possible(row),
                !all.isEmpty(),
                typed.office(),
                typed.asked(),
                typed.aim(),
                problems);
    }

    /** For a page whose reader may see this request: what was passed on, without to whom it can be. */
    PassagesView beside(RequestRow row) {
        var all = offices.all();
        return new PassagesView(
                row, lines(row, all), List.of(), possible(row), !all.isEmpty(), "", "", "", FormProblems.NONE);
    }

    private List<PassagesView.Line> lines(RequestRow row, List<Office> all) {
        var today = today();
        return rows.of(row.thread()).stream()
                .map(it -> new PassagesView.Line(
                        it,
                        all.stream()
                                .filter(office -> office.id().equals(it.office()))
                                .findFirst()
                                .orElseThrow(OfficeRefused::unknown),
                        it.late(today)))
                .toList();
    }

    boolean possible(RequestRow row) {
        return row.ourRole() == Role.REQUESTED && row.turn() != RequestRow.Turn.NOBODY;
    }

    /** Those that may do such requests, first those whose places and matters this one names. */
    private List<Fit> fitting(RequestRow row, List<Office> all) {
        var text = threads.opening(row.thread())
                .filter(Threads.KeptAct::bodyKept)
                .map(it -> said(it.body()))
                .orElse("");
        return all.stream()
                .filter(it -> it.mayDo(row.law()))
                .map(it -> it.fit(text))
                .sorted(Comparator.comparingInt(Fit::weight).reversed())
                .toList();
    }

    /** Every text of a body, whatever its fields are called. */
    static String said(Object json) {
        return switch (json) {
            case String text -> text + "\n";
            case Map<?, ?> map ->
                map.values().stream().map(PassingToOffice::said).collect(Collectors.joining());
            case List<?> list -> list.stream().map(PassingToOffice::said).collect(Collectors.joining());
            default -> "";
        };
    }

    /** What is wrong with it; nothing was changed if there is anything. */
    @Transactional
    FormProblems pass(String reference, TypedPassage typed, Official by, Language language) {
        access.mustWrite(by);
        var row = access.row(reference, by);
        if (!possible(row)) {
            throw OfficeRefused.notAsked();
        }
        var office =
                offices.find(typed.office()).filter(it -> it.mayDo(row.law())).orElse(null);
        var found = problems(row, typed, office);
        if (found.any() || office == null) {
            return found;
        }
        if (!rows.pass(row.thread(), office.id(), typed.asked(), day(typed.aim()), by.id(), clock.instant())) {
            return FormProblems.NONE.with("office", "office.needed.another");
        }
        var line = words.say(language, "office.file.passed", "office", office.name(language.tag()));
        file.add(row.thread(), DomesticFile.Kind.NOTE, line + "\n" + typed.asked(), "", null, null, by);
        ledger.record(by, "office.passed-on", row.thread(), Map.of("office", office.id()));
        live.changed("requests", reference);
        return FormProblems.NONE;
    }

    private FormProblems problems(RequestRow row, TypedPassage typed, @Nullable Office office) {
        var found = FormProblems.NONE;
        if (office == null) {
            found = found.with("office", "office.needed.office");
        } else if (office.members().isEmpty()) {
            found = found.with("office", "office.needed.member");
        } else if (office.members().stream()
                .allMatch(it -> compartments.hiddenFrom(it).contains(row.thread()))) {
            found = found.with("office", "office.needed.named");
        }
        if (typed.asked().isEmpty() || typed.asked().length() > LONGEST) {
            found = found.with("asked", "office.needed.asked");
        }
        var aim = day(typed.aim());
        return typed.aim().isEmpty() || aim != null && !aim.isBefore(today())
                ? found
                : found.with("aim", "office.needed.day");
    }

    @Transactional
    void takeBack(String reference, long id, Official by, Language language) {
        access.mustWrite(by);
        var row = access.row(reference, by);
        var passage = rows.of(row.thread()).stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow(OfficeRefused::notThere);
        if (!rows.end(id, End.TAKEN_BACK, "", by.id(), clock.instant())) {
            throw OfficeRefused.notThere();
        }
        var office = offices.find(passage.office()).orElseThrow(OfficeRefused::unknown);
        var line = words.say(language, "office.file.taken-back", "office", office.name(language.tag()));
        file.add(row.thread(), DomesticFile.Kind.NOTE, line, "", null, null, by);
        ledger.record(by, "office.taken-back", row.thread(), Map.of("office", office.id()));
        live.changed("requests", reference);
    }

    /** The desk has read what came back. */
    @Transactional
    void noted(String reference, Official by) {
        access.mustWrite(by);
        var row = access.row(reference, by);
        rows.noted(row.thread(), clock.instant());
        ledger.record(by, "office.return-read", row.thread(), Map.of());
    }

    static @Nullable LocalDate day(String typed) {
        return TypedText.day(typed).orElse(null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), directory.self().zone());
    }
}
