package org.comity.casework.acts;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.ActField;
import org.comity.procedure.ActWriting;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.Draft;
import org.comity.procedure.Editions;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.UseLimits;
import org.comity.procedure.form.ActFormView;
import org.comity.procedure.form.ClockChoices;
import org.comity.procedure.form.TypedAct;
import org.comity.proof.form.CanonicalJson;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What an officer sees while writing an act: the fields, what is known, what the program points out. */
@Component
class WritingAct {

    /** The moment that the form proposed, as it was then: it counts from when the page was drawn. */
    private static final String OFFERED = "offered";

    private final CaseAccess access;
    private final Drafts drafts;
    private final Directory directory;
    private final Editions editions;
    private final AskedFields fields;
    private final UseLimits limits;
    private final OfferedActs offered;
    private final Procedures procedures;
    private final UrgentAnswers urgent;
    private final PromisingBeyondOrder promising;

    // More than eight: everything that one page of an act shows comes together here.
    WritingAct(
            CaseAccess access,
            Drafts drafts,
            Directory directory,
            Editions editions,
            AskedFields fields,
            UseLimits limits,
            OfferedActs offered,
            Procedures procedures,
            UrgentAnswers urgent,
            PromisingBeyondOrder promising) {
        this.access = access;
        this.drafts = drafts;
        this.directory = directory;
        this.editions = editions;
        this.fields = fields;
        this.limits = limits;
        this.offered = offered;
        this.procedures = procedures;
        this.urgent = urgent;
        this.promising = promising;
    }

    /** The request, if acts of this type are written in its procedure. */
    RequestRow row(String reference, String type, Official by) {
        return row(access.find(reference, by), reference, type);
    }

    /** That of the draft, where one is gone on with: it knows its thread, whoever else uses the reference. */
    RequestRow row(String reference, String type, @Nullable String draft, Official by) {
        if (draft == null || draft.isBlank()) return row(reference, type, by);
        var begun = drafts.get(draft);
        var thread = begun.thread();
        // One that opens a request has none yet, and may follow a request that this reader must not know.
        if (thread == null) throw new ActRefused(reference);
        var named = RequestAddress.of(reference).reference();
        var found = row(access.ofThread(thread, by).filter(it -> it.reference().equals(named)), reference, type);
        mustBeOf(found, type, begun);
        return found;
    }

    private RequestRow row(Optional<RequestRow> known, String reference, String type) {
        return known.filter(it -> procedures.find(it.procedure()).isPresent())
                .filter(it -> of(it).table().has(type))
                .orElseThrow(() -> new ActRefused(reference));
    }

    /** @param typed stands in the fields in place of what the draft says; null where nothing else was typed */
    ActFormView view(
            RequestRow row,
            String type,
            @Nullable String draftId,
            boolean check,
            @Nullable Written typed,
            Language language) {
        var writing = of(row);
        var draft = draftId == null || draftId.isBlank() ? null : drafts.get(draftId);
        if (draft != null) mustBeOf(row, type, draft);
        var said = typed != null || draft == null ? typed : new Written(draft.body(), draft.facts());
        var body = said == null ? prefilled(row, type) : said.body();
        var end = writing.end(row, type, draft);
        var until = end == null ? null : end.until();
        var asked = fields.of(row, type, body, said == null ? Map.of() : said.facts(), until, language);
        return new ActFormView(
                type,
                row,
                draft,
                GoneParticipant.shown(directory, row.counterpart()),
                asked,
                body,
                said == null ? settled(asked) : said.facts(),
                end,
                Stream.concat(
                                writing.pointed(row, type, body, said == null ? Map.of() : said.facts()).stream(),
                                promising.pointed(row, type, end).stream())
                        .toList(),
                writing.said(row, type),
                editions.ofThread(row.thread()),
                zones(row, language),
                offered(row).stream().filter(it -> !it.equals(type)).toList(),
                limits.of(row, language).orElse(null),
                check && draft != null ? problems(row, type, draft) : FormProblems.NONE);
    }

    /** Where there is nothing to choose from, it is chosen. */
    private static Map<String, String> settled(List<ActFormView.RequestWords> fields) {
        return fields.stream()
                .filter(it -> it.fact() && it.options().size() == 1)
                .collect(Collectors.toMap(
                        ActFormView.RequestWords::key,
                        it -> it.options().getFirst().value()));
    }

    /** Nothing stands in the form but what stood there when it was opened. */
    boolean untouched(RequestRow row, String type, MultiValueMap<String, String> form, Official by) {
        var written = of(row).read(row, type, form, by);
        var body = prefilled(row, type);
        if (!written.body().equals(body)) return false;
        // The values count; in which language they are named does not.
        var settled = settled(fields.of(row, type, body, Map.of(), null, Language.ENGLISH));
        return written.facts().entrySet().stream()
                .allMatch(it -> it.getValue().isBlank()
                        || !posted(form, it.getKey())
                        || it.getValue().equals(settled.get(it.getKey()))
                        || it.getValue().equals(form.getFirst(OFFERED)));
    }

    /** What the node itself fills in stands in no form. */
    private static boolean posted(MultiValueMap<String, String> form, String key) {
        return form.containsKey(key) || form.containsKey(key + ".date");
    }

    Draft save(
            RequestRow row,
            String type,
            @Nullable String draftId,
            long version,
            MultiValueMap<String, String> form,
            Official by) {
        var written = read(row, type, form, by);
        var id = draftId;
        long latest = version;
        if (id == null || id.isBlank()) {
            var begun = drafts.start(
                    row.procedure(), type, row.ourRole(), row.counterpart(), row.thread(), written.body(), by);
            id = begun.id();
            latest = begun.version();
        } else {
            mustBeOf(row, type, drafts.get(id));
        }
        return drafts.save(id, latest, written.body(), written.facts(), by);
    }

    /** What can be ticked in a field that offers several; nothing of any other. */
    List<Choice> choices(RequestRow row, String type, String key) {
        return fields.of(row, type, prefilled(row, type), Map.of(), null, Language.ENGLISH).stream()
                .filter(it -> it.key().equals(key) && it.kind().equals(ActField.Kind.CHOICES.name()))
                .flatMap(it -> it.options().stream())
                .toList();
    }

    Written read(RequestRow row, String type, MultiValueMap<String, String> form, Official by) {
        return of(row).read(row, type, form, by);
    }

    /** Whether the draft says the same, as it is kept. */
    boolean says(Draft draft, Written written) {
        return Arrays.equals(CanonicalJson.write(draft.body()), CanonicalJson.write(written.body()))
                && draft.facts().equals(written.facts());
    }

    /** Whether what was sent says what was typed; what the node fills in itself is another once the thread has gone on. */
    boolean said(Draft sent, Written typed, MultiValueMap<String, String> form) {
        return Arrays.equals(
                        CanonicalJson.write(posted(form, sent.body())), CanonicalJson.write(posted(form, typed.body())))
                && posted(form, sent.facts()).equals(posted(form, typed.facts()));
    }

    private static <V> Map<String, V> posted(MultiValueMap<String, String> form, Map<String, V> said) {
        var asked = new LinkedHashMap<>(said);
        asked.keySet().removeIf(it -> !posted(form, it));
        return asked;
    }

    /** What is typed for one act is never shown as another, nor written into it. */
    private static void mustBeOf(RequestRow row, String type, Draft draft) {
        if (!row.thread().equals(draft.thread()) || !draft.type().equals(type)) {
            throw new ActRefused(row.reference());
        }
    }

    List<String> offered(RequestRow row) {
        return offered.of(row);
    }

    FormProblems problems(RequestRow row, String type, Draft draft) {
        var written = new Written(draft.body(), draft.facts());
        var found = FormProblems.NONE;
        for (var field : of(row).table().of(type)) {
            var value = field.fact()
                    ? written.facts().get(field.key())
                    : written.body().get(field.key());
            if (field.needed() && empty(value)) {
                found = found.with(
                        field.key(), row.law() + (field.fact() ? ".needed.fact." : ".needed.") + field.key());
            }
        }
        return found.and(of(row).problems(row, type, written)).and(urgent.notKept(draft, null));
    }

    private Map<String, Object> prefilled(RequestRow row, String type) {
        var body = new HashMap<>(new TypedAct(of(row).table().of(type), new LinkedMultiValueMap<>()).body());
        body.putAll(of(row).prefilled(row, type));
        return body;
    }

    private List<Choice> zones(RequestRow row, Language language) {
        return ClockChoices.of(language, directory.self(), GoneParticipant.shown(directory, row.counterpart()));
    }

    private ActWriting of(RequestRow row) {
        return procedures.of(row.procedure()).writing();
    }

    private static boolean empty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isBlank();
            case Collection<?> list -> list.isEmpty();
            default -> false;
        };
    }
}
