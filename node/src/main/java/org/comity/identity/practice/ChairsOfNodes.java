package org.comity.identity.practice;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.comity.identity.person.Person;
import org.comity.identity.practice.ChairsView.ChairView;
import org.comity.identity.practice.ChairsView.StateView;
import org.comity.identity.settings.IdentitySettings;
import org.comity.identity.settings.IdentitySettings.PracticeState;
import org.comity.identity.settings.PracticeGround;
import org.comity.ui.NavCounts;
import org.comity.ui.PracticeChairs;
import org.comity.ui.Practising;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lists which chairs there are, on which node. */
@Component
class ChairsOfNodes implements PracticeChairs {

    private static final int STATES_OF_THE_STORY = 2;
    private static final String SEAT = "seat-";

    /** What the guides of the Secretariat's rooms ask for: most need a second officer. */
    private static final List<Duty> OF_SECRETARIAT =
            List.of(Duty.DUTY_OFFICER, Duty.SECOND_OFFICER, Duty.LAWYER, Duty.OVERSIGHT, Duty.ADMINISTRATOR);

    private final IdentitySettings settings;
    private final ChairSitters sitters;
    private final ObjectProvider<NavCounts> counts;
    private final PracticeGround ground;

    ChairsOfNodes(
            IdentitySettings settings, ChairSitters sitters, ObjectProvider<NavCounts> counts, PracticeGround ground) {
        this.ground = ground;
        this.settings = settings;
        this.sitters = sitters;
        this.counts = counts;
    }

    ChairsView view() {
        var network = settings.practiceNetwork();
        var states = network.stream()
                .filter(it -> it.page() != null && !it.operator())
                .map(this::withNode)
                .toList();
        var others = network.stream()
                .filter(it -> it.page() == null || it.operator())
                .map(this::besides)
                .toList();
        return new ChairsView(
                states.isEmpty() ? List.of(alone()) : states, others, states.size() == STATES_OF_THE_STORY);
    }

    @Override
    public List<Practising.State> chairs(@Nullable Official seated) {
        if (!ground.open()) {
            return List.of();
        }
        var network = settings.practiceNetwork();
        var nodes = network.stream()
                .filter(it -> it.page() != null && !it.operator())
                .map(it -> new Practising.State(code(it.id()), it.name(), chairs(it, seated, List.of(Duty.values()))));
        // Behind the nodes: the story counts States from the first.
        var seats = network.stream()
                .filter(it -> !it.seats().isEmpty())
                .map(it -> new Practising.State(code(it.id()), it.name(), seats(it)));
        var secretariat = network.stream()
                .filter(ChairsOfNodes::secretariat)
                .map(it -> new Practising.State(code(it.id()), it.name(), chairs(it, seated, OF_SECRETARIAT)));
        return Stream.of(nodes, secretariat, seats).flatMap(it -> it).toList();
    }

    private static List<Practising.Chair> seats(PracticeState state) {
        return state.seats().stream()
                .map(it -> new Practising.Chair(SEAT + chair(it), "identity.chair." + SEAT + chair(it), it, false))
                .toList();
    }

    private static String chair(URI seat) {
        return seat.getPath().substring(seat.getPath().lastIndexOf('/') + 1);
    }

    private List<Practising.Chair> chairs(PracticeState state, @Nullable Official seated, List<Duty> duties) {
        var page = Objects.requireNonNull(state.page());
        return duties.stream()
                .map(duty -> new Practising.Chair(
                        ChairInPath.path(duty),
                        "identity.chair." + ChairInPath.path(duty),
                        page.resolve("/practice/sit/" + ChairInPath.path(duty)),
                        seated != null && state.id().equals(settings.id()) && sits(duty, seated)))
                .toList();
    }

    private boolean sits(Duty duty, Official seated) {
        return seated.holds(duty)
                && sitters.sitter(duty)
                        .filter(it -> it.id().equals(seated.id()))
                        .isPresent();
    }

    private StateView alone() {
        return new StateView(code(settings.id()), "", "", ZoneOffset.UTC, "", seven(settings.id(), URI.create("/")));
    }

    private StateView withNode(PracticeState state) {
        return new StateView(
                code(state.id()),
                state.name(),
                state.capital(),
                state.zone(),
                state.role(),
                seven(state.id(), Objects.requireNonNull(state.page())));
    }

    /** Without a node, or without cases: who collates the directory. */
    private StateView besides(PracticeState state) {
        var link = state.operator() ? state.page() : state.tray();
        var key = state.operator() ? "identity.chair.operator" : "identity.chair.tray";
        var chairs = new ArrayList<ChairView>();
        if (secretariat(state)) {
            chairs.addAll(chairs(state.id(), Objects.requireNonNull(state.page()), OF_SECRETARIAT));
        } else if (link != null) {
            chairs.add(new ChairView(key, key + ".about", link, null));
        }
        for (var seat : state.seats()) {
            var title = "identity.chair." + SEAT + chair(seat);
            chairs.add(new ChairView(title, title + ".about", seat, null));
        }
        return new StateView(
                code(state.id()),
                state.name(),
                state.operator() && collating(state).equals("operator") ? "" : state.capital(),
                state.zone(),
                state.operator() ? collating(state) : "no-node",
                List.copyOf(chairs));
    }

    /** An operator alone has no letters of a State. */
    private static String collating(PracticeState state) {
        return state.id().startsWith("OP-") ? "operator" : "secretariat";
    }

    private static boolean secretariat(PracticeState state) {
        return state.operator() && state.page() != null && collating(state).equals("secretariat");
    }

    private List<ChairView> seven(String id, URI page) {
        return chairs(id, page, List.of(Duty.values()));
    }

    private List<ChairView> chairs(String id, URI page, List<Duty> duties) {
        return duties.stream()
                .map(duty -> {
                    var key = "identity.chair." + ChairInPath.path(duty);
                    var link = page.resolve("/practice/sit/" + ChairInPath.path(duty));
                    return new ChairView(key, key + ".about", link, id.equals(settings.id()) ? waiting(duty) : null);
                })
                .toList();
    }

    /** What the desk shows as waiting for whoever sits there; other nodes keep theirs to themselves. */
    private @Nullable Integer waiting(Duty duty) {
        var official = sitters.sitter(duty).map(Person::official);
        return official.flatMap(it -> counts.stream()
                        .map(count -> count.counts(it).get("desk"))
                        .filter(Objects::nonNull)
                        .findFirst())
                .filter(it -> it > 0)
                .orElse(null);
    }

    private static String code(String id) {
        return CutText.to(id, 2);
    }
}
