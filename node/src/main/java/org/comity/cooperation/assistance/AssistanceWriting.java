package org.comity.cooperation.assistance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.ActField;
import org.comity.cooperation.ActTable;
import org.comity.cooperation.ActWriting;
import org.comity.cooperation.DomesticFile;
import org.comity.cooperation.Editions;
import org.comity.cooperation.Redirection;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.delivery.CustodyPages;
import org.comity.cooperation.delivery.CustodySteps;
import org.comity.cooperation.delivery.DeliverableItems;
import org.comity.cooperation.delivery.Items;
import org.comity.cooperation.form.BodyFields;
import org.comity.cooperation.form.GroundChoices;
import org.comity.cooperation.form.TypedAct;
import org.comity.directory.Directory;
import org.comity.thread.TabledState;
import org.comity.thread.Threads;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What the pages of procedure 40/44 know of a thread: what is open in it, grounds of its law, formalities asked, items. */
@Component
class AssistanceWriting implements ActWriting {

    /** On taking up, what the law says of what was asked for is read. */
    private static final Set<String> DECIDING = Set.of(Acts.ACCEPT, Acts.PASS, Acts.PROPOSE_CONDITIONS);

    private final Threads threads;
    private final DeliverableItems items;
    private final CustodyPages custody;
    private final DomesticFile file;
    private final Directory directory;
    private final Convention convention;
    private final Editions editions;
    private final AssistanceGaps gaps;
    private final Words words;

    // More than eight: each is one thing that a page of these acts starts from: thread, items, file, entry, law.
    AssistanceWriting(
            Threads threads,
            DeliverableItems items,
            CustodyPages custody,
            DomesticFile file,
            Directory directory,
            Convention convention,
            Editions editions,
            AssistanceGaps gaps,
            Words words) {
        this.threads = threads;
        this.items = items;
        this.custody = custody;
        this.file = file;
        this.directory = directory;
        this.convention = convention;
        this.editions = editions;
        this.gaps = gaps;
        this.words = words;
    }

    @Override
    public String procedure() {
        return AssistanceProcedure.ID;
    }

    @Override
    public ActTable table() {
        return AssistanceActFields.TABLE;
    }

    @Override
    public Written read(RequestRow row, String type, MultiValueMap<String, String> form, @Nullable Official by) {
        boolean delivers = type.equals(CustodySteps.DELIVER);
        var typed = new TypedAct(AssistanceActFields.TABLE.of(type), delivers ? answering(row, form) : form);
        var body = new LinkedHashMap<>(typed.body());
        var facts = new LinkedHashMap<>(typed.facts());
        if (delivers) {
            var chosen = Items.of(items.manifests(row, new BodyFields(body).texts(Items.KEY), by));
            body.put(Items.KEY, chosen.manifests());
            if (!chosen.manifests().isEmpty() && facts.containsKey(CustodySteps.PART)) {
                facts.putAll(chosen.facts(facts.get(CustodySteps.PART).equals(CustodySteps.WHOLE)));
            }
        }
        return by == null ? new Written(body, facts) : custody.found(row, type, new Written(body, facts));
    }

    /** What was asked stands as the request has it, whatever was posted. */
    private MultiValueMap<String, String> answering(RequestRow row, MultiValueMap<String, String> form) {
        var whole = new LinkedMultiValueMap<>(form);
        var asked = formalities(row);
        for (int n = 0; n < TypedAct.MOST_ROWS; n++) {
            whole.set(
                    "%s.%d.asked".formatted(AssistanceActFields.FORMALITIES, n), n < asked.size() ? asked.get(n) : "");
        }
        return whole;
    }

    private List<String> formalities(RequestRow row) {
        return asked(row).texts(AssistanceActFields.FORMALITIES).stream()
                .limit(TypedAct.MOST_ROWS)
                .toList();
    }

    @Override
    public FormProblems problems(RequestRow row, String type, Written written) {
        var found = NeededInActs.problems(type, new BodyFields(written.body()), written.facts());
        return custody.problems(row, type, written, found);
    }

    @Override
    public Map<String, Object> prefilled(RequestRow row, String type) {
        var body = new HashMap<String, Object>();
        if (type.equals("refuse")) {
            body.put("reasons", "given");
        }
        if (type.equals("refuse") || type.equals("postpone")) {
            boolean held = state(row).filter(it -> it.flag("consulted")).isPresent();
            body.put("consultation", held ? "held" : "none");
        }
        if (type.equals(Acts.REDIRECT)) {
            body.putAll(Redirection.begun(row));
        }
        if (type.equals("deliver")) {
            body.put("executedBy", directory.self().functions().getOrDefault("central-authority", ""));
        }
        body.putAll(custody.prefilled(row, type));
        return body;
    }

    @Override
    public Optional<List<Map<String, Object>>> rows(RequestRow row, ActField field) {
        if (field.equals(AssistanceActFields.FOUND)) {
            return Optional.of(List.of());
        }
        return field.key().equals(AssistanceActFields.FORMALITIES)
                ? Optional.of(formalities(row).stream()
                        .map(it -> Map.<String, Object>of("asked", it))
                        .toList())
                : Optional.empty();
    }

    @Override
    public Optional<List<Choice>> choices(
            RequestRow row, String type, ActField field, Map<String, Object> body, Language language) {
        return switch (field.key()) {
            case AssistanceActFields.COMPLETES ->
                Optional.of(gaps.open(row.thread()).stream()
                        .map(it -> Choice.of(it, words.say(language, "assistance.option.completes." + it)))
                        .toList());
            case Items.KEY -> Optional.of(items.choices(row, new BodyFields(body).texts(Items.KEY), language));
            case "ground" -> Optional.of(grounds(row, body.containsKey("reasons"), language));
            case Acts.CONDITIONS ->
                Optional.of(speaking(
                        state(row).stream()
                                .map(it -> it.text("conditions"))
                                .filter(it -> !it.isEmpty())
                                .toList(),
                        language));
            case CustodySteps.DELIVERY -> Optional.of(speaking(custody.deliveries(row, body), language));
            case CustodySteps.CONSENT -> Optional.of(custody.consents(row, language));
            case Acts.USE ->
                field.fact()
                        ? Optional.of(
                                speaking(state(row).map(it -> it.acts("uses")).orElse(List.of()), language))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The grounds to refuse, or those to postpone, in the instrument's order; then the State's own words. */
    private List<Choice> grounds(RequestRow row, boolean refusing, Language language) {
        var law = law(row);
        return new GroundChoices(AssistanceProcedure.NAME, law, words)
                .of(refusing ? law.grounds() : law.postponements(), language);
    }

    /** The acts that this one may speak of, by their number, and what they said. */
    private List<Choice> speaking(List<String> acts, Language language) {
        return acts.stream()
                .flatMap(it -> threads.act(it).stream())
                .map(it -> new Choice(
                        it.id(),
                        words.say(
                                language,
                                "assistance.speaks-of." + it.envelope().type(),
                                "n",
                                it.n() == null ? 0 : it.n(),
                                "count",
                                AssistanceRendering.count(it.envelope().facts().getOrDefault(Items.COUNT, ""))),
                        new BodyFields(it.body()).text("text")))
                .toList();
    }

    @Override
    public List<Pointed> pointed(RequestRow row, String type, Map<String, Object> body) {
        var pointed = new ArrayList<Pointed>();
        new Cautions(law(row))
                .of(state(row).orElse(null), type, new BodyFields(body))
                .forEach(it -> pointed.add(new Pointed("assistance.caution." + it.key(), it.ref())));
        if (type.equals(CustodySteps.DELIVER)) {
            if (items.none(row)) {
                pointed.add(new Pointed("assistance.caution.no-items", ""));
            }
            if (directory.self().profile().orderNeedsMagistrate()
                    && !file.holds(row.thread(), DomesticFile.Kind.ORDER)) {
                pointed.add(new Pointed("assistance.caution.no-order", ""));
            }
        }
        pointed.addAll(custody.pointed(type, new BodyFields(body)));
        return pointed;
    }

    @Override
    public List<ProcedureLaw.Provision> said(RequestRow row, String type) {
        var law = law(row);
        var ofSections =
                DECIDING.contains(type) ? RequestBody.SECTIONS.duties(asked(row)).stream() : Stream.<String>empty();
        return Stream.concat(DutiesOfSteps.of(type), ofSections)
                .flatMap(it -> provision(law, it))
                .toList();
    }

    private static Stream<ProcedureLaw.Provision> provision(ProcedureLaw law, String key) {
        return Stream.concat(
                law.duty(key).stream(),
                law.notGrounds().stream().filter(it -> it.key().equals(key)));
    }

    private Optional<TabledState> state(RequestRow row) {
        return threads.find(row.thread()).map(Threads.Thread::state).map(TabledState.class::cast);
    }

    private BodyFields asked(RequestRow row) {
        return new BodyFields(
                threads.opening(row.thread()).map(Threads.KeptAct::body).orElse(Map.of()));
    }

    private ProcedureLaw law(RequestRow row) {
        return convention
                .law(AssistanceProcedure.NAME, editions.ofThread(row.thread()))
                .orElseThrow();
    }
}
