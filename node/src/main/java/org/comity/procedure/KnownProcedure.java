package org.comity.procedure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.comity.procedure.Confidentiality.Answer;
import org.comity.thread.Procedure;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;

/** All that the house knows of one procedure in one version: its table, its forms, and how its acts are written and read. */
public final class KnownProcedure {

    private final Procedure table;
    private final ActForms forms;
    private final ActFilling filling;
    private final ActRendering rendering;
    private final StepsOnOffer steps;
    private final ActWriting writing;
    private final Composition composition;
    private final Optional<OpenGaps> gaps;
    private final Optional<Confidentiality> confidentiality;
    private final Optional<Following> following;
    private final Optional<ServingOrders> serving;
    private final Optional<OrdersOnPaper> onPaper;
    private final Optional<MarkedFields> marks;

    /** @throws IllegalArgumentException if a part is missing or there twice; which, the message says */
    public KnownProcedure(Procedure table, List<? extends ProcedurePart> parts) {
        this.table = table;
        this.forms = part(ActForms.class, parts);
        this.filling = part(ActFilling.class, parts);
        this.rendering = part(ActRendering.class, parts);
        this.steps = part(StepsOnOffer.class, parts);
        this.writing = part(ActWriting.class, parts);
        this.composition = part(Composition.class, parts);
        this.gaps = find(OpenGaps.class, parts);
        this.confidentiality = find(Confidentiality.class, parts);
        this.following = find(Following.class, parts);
        this.serving = find(ServingOrders.class, parts);
        this.onPaper = find(OrdersOnPaper.class, parts);
        this.marks = find(MarkedFields.class, parts);
    }

    private <T> T part(Class<T> kind, List<? extends ProcedurePart> parts) {
        return find(kind, parts)
                .orElseThrow(() ->
                        new IllegalArgumentException("Procedure %s has no %s".formatted(id(), kind.getSimpleName())));
    }

    private <T> Optional<T> find(Class<T> kind, List<? extends ProcedurePart> parts) {
        return parts.stream()
                .filter(it -> it.procedure().equals(id()))
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((_, _) -> {
                    throw new IllegalArgumentException(
                            "Procedure %s has more than one %s".formatted(id(), kind.getSimpleName()));
                });
    }

    /** Name and version, e.g. {@code preservation/1}. */
    public String id() {
        return table.id();
    }

    /** Its name as law data, messages and paths have it, e.g. {@code preservation}. */
    public String law() {
        return id().substring(0, id().indexOf('/'));
    }

    /** The type of the act that opens a thread. */
    public String opening() {
        return table.opening();
    }

    /** Who opens a thread. */
    public Role opener() {
        return table.opener();
    }

    /** Names of the states in which nobody has said that it came; none where no act says so. */
    public Set<String> unacknowledged() {
        return acts(ActRole.ACKNOWLEDGES).isEmpty() ? Set.of() : table.opened();
    }

    /** They ask or tell us, and we have not said that it came. */
    public boolean unacknowledged(RequestRow row) {
        return row.ourRole() != opener() && unacknowledged().contains(row.state());
    }

    public Procedure table() {
        return table;
    }

    /** Only authorities of States take part: no Secretariat, body or company stands on either side. */
    public boolean statesAlone() {
        return Arrays.stream(ParticipantKind.values())
                .filter(kind -> !kind.authority())
                .noneMatch(kind -> table.admits(Role.REQUESTING, kind) || table.admits(Role.REQUESTED, kind));
    }

    /** What goes to the Secretariat or a body is listed, counted or published there: nothing of it is ever an exercise. */
    public boolean mayBeDrill() {
        return statesAlone();
    }

    public ActForms forms() {
        return forms;
    }

    /** What is wrong with an act that somebody writes here and now on the form of a letter: its days, too. */
    public FormProblems problems(String type, ActForms.Written written) {
        return forms.problems(type, written)
                .and(ActWriting.WrongTime.told(
                        law(), writing.impossible(type, new ActWriting.Written(written.body(), written.facts()))));
    }

    public ActFilling filling() {
        return filling;
    }

    public ActRendering rendering() {
        return rendering;
    }

    public StepsOnOffer steps() {
        return steps;
    }

    public ActWriting writing() {
        return writing;
    }

    public Composition composition() {
        return composition;
    }

    /** Empty where its requests follow none of another procedure. */
    public Optional<Following> following() {
        return following;
    }

    /** Empty where it serves no domestic order. */
    public Optional<ServingOrders> serving() {
        return serving;
    }

    /** Empty where its letters bear no check word. */
    public Optional<OrdersOnPaper> onPaper() {
        return onPaper;
    }

    /** Does a choice say that a file goes with the act? */
    public boolean saysFile(String type, Map<String, Object> body) {
        return marks.filter(it -> it.saysFile(type, body)).isPresent();
    }

    /** Does a choice say that what was given shall go on to somebody else? */
    public boolean asksToPassOn(String type, Map<String, Object> body) {
        return marks.filter(it -> it.asksToPassOn(type, body)).isPresent();
    }

    /** Who has the data, in the words of a request; empty where it does not say. */
    public String custodian(Map<String, Object> opening) {
        return marks.map(it -> it.custodian(opening)).orElse("");
    }

    /** Types of the acts that are for this, by its file. */
    public Set<String> acts(ActRole role) {
        return marks.map(it -> it.acts(role)).orElse(Set.of());
    }

    public boolean is(ActRole role, String type) {
        return acts(role).contains(type);
    }

    /** By type of act, the letter on the keyboard that leads to it; of most there is none. */
    public Map<String, String> keys() {
        var keys = new TreeMap<String, String>();
        Arrays.stream(ActRole.values())
                .filter(it -> !it.key().isEmpty())
                .forEach(role -> acts(role).forEach(it -> keys.putIfAbsent(it, role.key())));
        return keys;
    }

    /** Which earlier act an act of this type names; empty where it names none. */
    public Optional<MarkedFields.NamedAct> names(String type) {
        return marks.flatMap(it -> it.names(type));
    }

    /** The type of act that asks for a wider use of what was given; empty where none does. */
    public String asksWider() {
        return acts(ActRole.WIDENS).stream()
                .flatMap(it -> names(it).stream())
                .flatMap(it -> it.types().stream())
                .findFirst()
                .orElse("");
    }

    /** The field whose words may promise the hour of a call; empty where the act has none. */
    public Optional<String> promisesCall(String type) {
        return marks.flatMap(it -> it.promisesCall(type));
    }

    /** What a request that it follows asked for is held until its own is decided. */
    public boolean holdsFollowed() {
        return following.filter(it -> !it.holds().isEmpty()).isPresent();
    }

    /** What a request of an emergency still lacks; nothing where no act of the procedure could complete it. */
    public List<String> openGaps(String thread) {
        return gaps.map(it -> it.open(thread)).orElse(List.of());
    }

    /** The type of act that fills them; empty where none does. */
    public String fillsGaps() {
        return gaps.map(OpenGaps::filledBy).orElse("");
    }

    /** The type of act that says whether a request can be kept confidential; empty where none does. */
    public String settlesConfidentiality() {
        return confidentiality.map(Confidentiality::settledBy).orElse("");
    }

    /** Where no act of the procedure settles it, nothing was to be kept from anybody. */
    public Answer confidentiality(String thread) {
        return confidentiality.map(it -> it.of(thread)).orElse(Answer.NOT_ASKED);
    }
}
