package org.comity.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.casework.Compartments;
import org.comity.casework.PaperInHand;
import org.comity.casework.UnsentAct;
import org.comity.casework.UnsentAct.Progress;
import org.comity.casework.UnsentActs;
import org.comity.identity.Officials;
import org.comity.paper.PaperDrafts.Unrecorded;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.Language;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what came and is not recorded yet as the desk shows every act in hand. */
@Component
class ReadingUnrecorded implements PaperInHand {

    private static final String LETTER = "letterReference";

    private final PaperDrafts drafts;
    private final Procedures procedures;
    private final Requests requests;
    private final Compartments compartments;
    private final Officials officials;

    ReadingUnrecorded(
            PaperDrafts drafts,
            Procedures procedures,
            Requests requests,
            Compartments compartments,
            Officials officials) {
        this.drafts = drafts;
        this.procedures = procedures;
        this.requests = requests;
        this.compartments = compartments;
        this.officials = officials;
    }

    @Override
    public UnsentActs.Page page(Language language, String reader, String after) {
        var seen = ListPage.<Unrecorded>seen(
                last -> drafts.unrecorded(
                        reader, last == null ? PaperPlace.read(after) : last.place(), UnsentActs.MOST + 1),
                some -> compartments.seen(some, Unrecorded::thread, reader),
                UnsentActs.MOST);
        var rows = requests(seen.rows());
        var acts = seen.rows().stream()
                .flatMap(it -> (it.thread() == null
                                ? request(it, language)
                                : Optional.ofNullable(rows.get(it.thread())).flatMap(row -> answer(it, row, language)))
                        .stream())
                .toList();
        return new UnsentActs.Page(acts, seen.next(it -> it.place().toString()));
    }

    /** By thread, in one look. */
    private Map<String, RequestRow> requests(List<Unrecorded> all) {
        var threads = all.stream()
                .map(Unrecorded::thread)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return threads.isEmpty()
                ? Map.of()
                : requests.ofThreads(threads).stream()
                        .collect(Collectors.toMap(RequestRow::thread, Function.identity()));
    }

    private Optional<UnsentAct> request(Unrecorded it, Language language) {
        var law = it.typed().text(RecordingRequest.LAW);
        return procedures.ofLaw(law.isEmpty() ? procedures.first() : law).map(asked -> {
            var read = asked.forms().read(asked.opening(), PostedForm.form(it.typed()), null);
            var draft = draft(it, asked, asked.opening(), asked.opener().other(), null, read.body());
            return act(it, draft, "", asked.rendering().subject(read.body(), language.locale()));
        });
    }

    private Optional<UnsentAct> answer(Unrecorded it, RequestRow row, Language language) {
        return procedures.find(row.procedure()).map(asked -> {
            var type = it.typed().text("type");
            var said = new LinkedHashMap<String, Object>(it.typed().values());
            return act(
                    it,
                    draft(it, asked, type, row.ourRole(), row.reference(), said),
                    row.address(),
                    row.subject(language.tag()));
        });
    }

    private UnsentAct act(Unrecorded it, Draft draft, String address, String subject) {
        return new UnsentAct(
                draft,
                Progress.UNRECORDED,
                address,
                subject,
                officials.name(it.official()),
                it.savedAt(),
                null,
                List.of(),
                0,
                List.of(),
                null);
    }

    private static Draft draft(
            Unrecorded it,
            KnownProcedure asked,
            String type,
            Role ourRole,
            @Nullable String reference,
            Map<String, Object> body) {
        var letter = it.typed().text(LETTER);
        return new Draft(
                it.id(),
                asked.id(),
                type,
                ourRole,
                it.counterpart(),
                it.thread(),
                reference,
                body,
                letter.isEmpty() ? Map.of() : Map.of(LETTER, letter),
                List.of(),
                Draft.Status.WRITING,
                it.version(),
                it.official(),
                it.savedAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }
}
