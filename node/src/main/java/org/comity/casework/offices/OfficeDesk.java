package org.comity.casework.offices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.casework.CaseAccess;
import org.comity.casework.DomesticFile;
import org.comity.casework.offices.Passage.End;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.proof.seal.Container;
import org.comity.sealing.Letters.Section;
import org.comity.thread.Threads;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.LivePages;
import org.comity.ui.Words;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets an office read the requests that are with it, and nothing else, name its own aim, and give them back. */
@Component
class OfficeDesk {

    private final OfficeRows offices;
    private final PassageRows rows;
    private final CaseAccess access;
    private final Threads threads;
    private final Procedures procedures;
    private final Directory directory;
    private final DomesticFile file;
    private final Ledger ledger;
    private final Words words;
    private final LivePages live;
    private final Clock clock;

    // More than eight: the office sees one page, made of what the thread and its law say, and writes into the file.
    OfficeDesk(
            OfficeRows offices,
            PassageRows rows,
            CaseAccess access,
            Threads threads,
            Procedures procedures,
            Directory directory,
            DomesticFile file,
            Ledger ledger,
            Words words,
            LivePages live,
            Clock clock) {
        this.offices = offices;
        this.rows = rows;
        this.access = access;
        this.threads = threads;
        this.procedures = procedures;
        this.directory = directory;
        this.file = file;
        this.ledger = ledger;
        this.words = words;
        this.live = live;
        this.clock = clock;
    }

    /** What is with the offices of this official, what is due first above; of a closed request only for whom it names. */
    List<OfficeRequestView.Line> mine(Official by) {
        if (!by.holds(Duty.OFFICE_MEMBER)) {
            throw OfficeRefused.notYours();
        }
        var of = offices.of(by.id());
        return lines(rows.with(ids(of)), of, by);
    }

    private OfficeRequestView.Line line(String reference, Official by) {
        if (!by.holds(Duty.OFFICE_MEMBER)) {
            throw OfficeRefused.notYours();
        }
        var of = offices.of(by.id());
        var named = RequestAddress.of(reference);
        var with = lines(rows.with(ids(of), named.reference()), of, by);
        // One that is closed is addressed whole, and read here by its reference alone where no other one is with us.
        return with.stream()
                .filter(it -> it.row().address().equals(reference))
                .findFirst()
                .or(() -> named.author() == null && with.size() == 1
                        ? with.stream().findFirst()
                        : Optional.empty())
                .orElseThrow(() -> OfficeRefused.unknownRequest(reference));
    }

    /** All requests are read at once, and what is closed to this official once. */
    private List<OfficeRequestView.Line> lines(List<Passage> passages, List<Office> of, Official by) {
        var today = LocalDate.ofInstant(clock.instant(), directory.self().zone());
        var requests = access.ofThreads(passages.stream().map(Passage::thread).toList(), by).stream()
                .collect(Collectors.toMap(RequestRow::thread, it -> it));
        var office = of.stream().collect(Collectors.toMap(Office::id, it -> it));
        return passages.stream()
                .flatMap(it -> Optional.ofNullable(requests.get(it.thread()))
                        .map(row -> new OfficeRequestView.Line(
                                row,
                                it,
                                Optional.ofNullable(office.get(it.office())).orElseThrow(OfficeRefused::unknown),
                                GoneParticipant.shown(directory, row.counterpart()),
                                it.late(today)))
                        .stream())
                .toList();
    }

    private static List<String> ids(List<Office> offices) {
        return offices.stream().map(Office::id).toList();
    }

    @Transactional
    OfficeRequestView view(String reference, String note, FormProblems problems, Official by, Locale language) {
        var line = line(reference, by);
        ledger.record(
                by,
                "office.read",
                line.row().thread(),
                Map.of("office", line.office().id()));
        var opening = threads.opening(line.row().thread());
        return new OfficeRequestView(
                line,
                opening.filter(Threads.KeptAct::bodyKept)
                        .map(it -> sections(line.row(), it, language))
                        .orElse(List.of()),
                opening.map(Threads.KeptAct::forgottenAt).orElse(null),
                note,
                problems);
    }

    private List<Section> sections(RequestRow row, Threads.KeptAct it, Locale language) {
        var envelope = it.envelope();
        return procedures
                .of(row.procedure())
                .rendering()
                .sections(envelope.convention(), it.thread(), envelope.type(), envelope.facts(), it.body(), language);
    }

    /** The signed document of the request, where its bytes are here. */
    @Transactional
    Optional<byte[]> document(String reference, Official by) {
        var line = line(reference, by);
        ledger.record(
                by,
                "office.read",
                line.row().thread(),
                Map.of("office", line.office().id()));
        return threads.opening(line.row().thread())
                .flatMap(it -> threads.container(it.id()))
                .flatMap(it -> Optional.ofNullable(Container.read(it).files().get("act.pdf")));
    }

    @Transactional
    FormProblems aim(String reference, String typed, Official by) {
        var line = line(reference, by);
        var day = PassingToOffice.day(typed);
        if (!typed.isEmpty() && day == null) {
            return FormProblems.NONE.with("ownAim", "office.needed.own-day");
        }
        rows.ownAim(line.passage().id(), day);
        ledger.record(
                by,
                "office.aim-set",
                line.row().thread(),
                Map.of("office", line.office().id()));
        return FormProblems.NONE;
    }

    /** What is wrong with it; nothing was changed if there is anything. */
    @Transactional
    FormProblems giveBack(String reference, End how, String note, Official by, Language language) {
        var line = line(reference, by);
        if (note.isEmpty() || note.length() > PassingToOffice.LONGEST) {
            return FormProblems.NONE.with("note", "office.needed.note");
        }
        if (!rows.end(line.passage().id(), how, note, by.id(), clock.instant())) {
            throw OfficeRefused.unknownRequest(reference);
        }
        var said = words.say(
                language,
                "office.file.back." + how.name(),
                "office",
                line.office().name(language.tag()));
        file.add(line.row().thread(), DomesticFile.Kind.NOTE, said + "\n" + note, "", null, null, by);
        ledger.record(
                by,
                "office.returned",
                line.row().thread(),
                Map.of("office", line.office().id()));
        live.changed("requests", reference);
        return FormProblems.NONE;
    }
}
