package org.comity.procedure.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActTable;
import org.comity.procedure.ActWriting;
import org.comity.procedure.Assured;
import org.comity.procedure.Draft;
import org.comity.procedure.Editions;
import org.comity.procedure.OpenGaps;
import org.comity.procedure.Redirection;
import org.comity.procedure.RequestRow;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.GroundChoices;
import org.comity.procedure.form.TypedAct;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Knows the pages on which the later acts of a procedure that is a file are written. */
final class FiledWriting implements ActWriting {

    private final ProcedureFile file;
    private final ActTable table;
    private final Particulars particulars;
    private final Convention convention;
    private final Editions editions;
    private final OfferingEarlierActs speaking;
    private final OpenGrounds grounds;
    private final @Nullable OpenGaps gaps;
    private final @Nullable FiledItems items;
    private final Words words;
    private final Threads threads;
    private final PossibleFields possible;
    private final FactsWithoutEffect effect;
    private final @Nullable FiledSecrecy secrecy;

    // More than eight: each is one thing that a page of these acts starts from.
    FiledWriting(
            ProcedureFile file,
            Particulars particulars,
            Convention convention,
            Editions editions,
            OfferingEarlierActs speaking,
            OpenGrounds grounds,
            @Nullable OpenGaps gaps,
            @Nullable FiledItems items,
            Words words,
            Threads threads,
            PossibleFields possible,
            FactsWithoutEffect effect,
            @Nullable FiledSecrecy secrecy) {
        this.secrecy = secrecy;
        this.effect = effect;
        this.possible = possible;
        this.threads = threads;
        this.items = items;
        this.grounds = grounds;
        this.gaps = gaps;
        this.file = file;
        this.table = file.table();
        this.particulars = particulars;
        this.convention = convention;
        this.editions = editions;
        this.speaking = speaking;
        this.words = words;
    }

    @Override
    public String procedure() {
        return file.id();
    }

    @Override
    public ActTable table() {
        return table;
    }

    @Override
    public Optional<List<Choice>> choices(
            RequestRow row, String type, ActField asked, Map<String, Object> body, Language language) {
        var field = file.field(type, asked.key()).orElse(null);
        if (field == null) return Optional.empty();
        var ofItems = items == null ? Optional.<List<Choice>>empty() : items.choices(row, field, body, language);
        if (ofItems.isPresent()) return ofItems;
        if (field.type().speaks()) return Optional.of(speaking.choices(row, type, field, language));
        if (gaps != null && field.type().name().equals(FiledGaps.TYPE))
            return Optional.of(options(asked, gaps.open(row.thread()), language));
        var law = law(row);
        var offered = new GroundChoices(file.law(), law, words);
        return switch (field.type().name()) {
            case "ground" -> Optional.of(offered.of(grounds.of(row, law), language));
            case "postponement" -> Optional.of(offered.of(law.postponements(), language));
            default -> FiledAnswers.settled(file, type, asked, row, threads).map(it -> options(asked, it, language));
        };
    }

    private List<Choice> options(ActField asked, Collection<String> options, Language language) {
        var option = "%s.option.%s.".formatted(file.law(), asked.key());
        return options.stream()
                .map(it -> Choice.of(it, words.say(language, option + it)))
                .toList();
    }

    @Override
    public Optional<List<Map<String, Object>>> rows(RequestRow row, ActField asked) {
        return items == null
                ? Optional.empty()
                : file.acts().values().stream()
                        .flatMap(List::stream)
                        .filter(it -> it.asked().equals(asked))
                        .findFirst()
                        .flatMap(it -> items.rows(row, it));
    }

    @Override
    public Map<String, Object> prefilled(RequestRow row, String type) {
        if (type.equals(Redirection.ACT)) {
            return Redirection.begun(row);
        }
        var begun = new LinkedHashMap<String, Object>();
        file.fields(type).stream().filter(it -> !it.begins().isEmpty()).forEach(it -> begun.put(it.key(), it.begun()));
        begun.putAll(particulars.prefilled(row, type));
        if (items != null) begun.putAll(items.custody().prefilled(row, type));
        return begun;
    }

    /** As it was typed, else as it is offered. */
    @Override
    public @Nullable End end(RequestRow row, String type, @Nullable Draft draft) {
        var moment = file.fields(type).stream()
                .filter(it -> it.fact() && it.type().typed() && it.type().name().equals("moment"))
                .map(FiledField::key)
                .findFirst();
        if (moment.isEmpty()) {
            return null;
        }
        var offered = particulars.end(row, type);
        var end = offered == null ? new End(null, null, row.until()) : offered;
        if (draft == null || draft.facts().get(moment.get()) == null) {
            return end;
        }
        var typed = new BodyFields(Map.copyOf(draft.facts())).instant(moment.get());
        return new End(typed, end.earliest(), end.current());
    }

    @Override
    public Written read(RequestRow row, String type, MultiValueMap<String, String> form, @Nullable Official by) {
        var typed = new TypedAct(table.of(type), items == null ? form : items.answering(row, type, form));
        var written = new Written(typed.body(), file.withEnd(type, typed.facts(), row.until()));
        return items == null ? written : items.read(row, type, written, by);
    }

    @Override
    public FormProblems problems(RequestRow row, String type, Written written) {
        var body = new BodyFields(written.body());
        var facts = new BodyFields(Map.copyOf(written.facts()));
        var found = particulars.problems(row, type, written);
        for (var field : file.fields(type)) {
            if (field.condition() != null
                    && field.needed(body, written.facts())
                    && !field.says(body, written.facts())) {
                found = found.with(field.key(), needed(type, field.key()));
            }
            if (!field.type().typed() && !written.facts().containsKey(field.key())) {
                found = found.with(field.key(), file.law() + ".needed.fact." + field.key());
            }
            for (var wrong : field.type().wrong(field, field.fact() ? facts : body)) {
                found = found.with(wrong.field(), file.law() + ".needed." + wrong.key(), wrong.facts());
            }
            if (row.until() instanceof Instant end
                    && possible.days().notAfter(end, field, field.fact() ? facts : body)) {
                found = found.with(field.key(), file.law() + ".needed.not-later", FormProblems.MOMENT, end.toString());
            }
        }
        found = found.and(WrongTime.told(file.law(), impossible(type, written)));
        if (!body.maps(Assured.GIVEN).isEmpty() && !file.assuring().counts(type, written.body())) {
            found = found.with(Assured.GIVEN, "acts.needed.assurances-not-given");
        }
        if (items != null) {
            found = items.custody().problems(row, type, written, found);
        }
        var law = law(row);
        if (!found.any()) {
            found = RuleAtField.of(particulars, type, body, facts, law).and(withoutEffect(row, type, written.facts()));
        }
        return file.field(type, "ground")
                        .filter(it -> it.type().name().equals("ground"))
                        .flatMap(_ -> law.ground(body.text("ground")))
                        .filter(it -> !grounds.open(row, law, it))
                        .isPresent()
                ? found.with("ground", file.law() + ".needed.reservation")
                : found;
    }

    @Override
    public FormProblems withoutEffect(RequestRow row, String type, Map<String, String> facts) {
        return effect.in(row, type, facts);
    }

    @Override
    public List<WrongTime> impossible(String type, Written written, Instant leaves) {
        var body = new BodyFields(written.body());
        var facts = new BodyFields(Map.copyOf(written.facts()));
        boolean opens = type.equals(file.opening());
        // An emergency does not wait for a day to be mended.
        if (opens && body.flag(EmergencyType.KEY)) {
            return List.of();
        }
        var then = possible.leaving(leaves);
        return (opens ? file.asked(body) : file.fields(type))
                .stream()
                        .flatMap(it -> then.wrong(it, it.fact() && !opens ? facts : body).stream())
                        .map(it -> new WrongTime(it.field(), it.key(), it.facts()))
                        .toList();
    }

    /** What is needed in one act may be said in words of its own. */
    private String needed(String type, String key) {
        var own = "%s.needed.%s.%s".formatted(file.law(), type, key);
        return words.has("en", own) ? own : file.law() + ".needed." + key;
    }

    @Override
    public List<Pointed> pointed(RequestRow row, String type, Map<String, Object> body) {
        var pointed = new ArrayList<>(particulars.pointed(row, type, body));
        if (items != null) {
            pointed.addAll(items.pointed(row, type, body));
        }
        if (secrecy != null) {
            pointed.addAll(secrecy.pointed(row, type, body));
        }
        var law = law(row);
        var said = new BodyFields(body);
        FiledCaution.of(file, type, said, law).forEach(pointed::add);
        FiledCaution.longPenalty(said).ifPresent(pointed::add);
        FiledCaution.farAhead(file.fields(type), possible.days(), said).ifPresent(pointed::add);
        pointed.addAll(new ConsultedFirst(file, threads).missing(row.thread(), type, said, law));
        if (law.closed() && said.text("ground").equals("other")) {
            pointed.add(new Pointed("basis.closed", law.closedBy()));
        }
        return pointed;
    }

    @Override
    public boolean gives(String type, Map<String, String> opened) {
        return file.assuring().gives(type, opened);
    }

    @Override
    public boolean offers(String type, Map<String, String> facts) {
        return file.assuring().offers(type, facts);
    }

    @Override
    public List<Assured> assured(String type, Map<String, Object> body) {
        return file.field(type, Assured.GIVEN).isPresent() && file.assuring().counts(type, body)
                ? Assured.given(body)
                : List.of();
    }

    @Override
    public Set<String> assuring() {
        return file.actsWith(it -> it.key().equals(Assured.ASKED) || it.key().equals(Assured.GIVEN));
    }

    @Override
    public List<ProcedureLaw.Provision> said(RequestRow row, String type) {
        var opening = threads.opening(row.thread()).map(KeptAct::body).orElse(Map.of());
        return new SaidByLaw(file, convention).of(type, editions.ofThread(row.thread()), new BodyFields(opening));
    }

    @Override
    public List<ProcedureLaw.Provision> saidOfOpening(String edition, Map<String, Object> body) {
        return new SaidByLaw(file, convention).of(file.opening(), edition, new BodyFields(body));
    }

    private ProcedureLaw law(RequestRow row) {
        return convention.law(file.law(), editions.ofThread(row.thread())).orElseThrow();
    }
}
