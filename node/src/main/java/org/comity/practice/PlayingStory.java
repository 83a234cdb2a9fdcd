package org.comity.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.practice.Story.Case;
import org.comity.practice.Story.Scene;
import org.comity.practice.Story.Step;
import org.comity.proof.form.Digests;

/** Plays the scenes of a story one after the other, each by an officer of a practice node, and waits until both registers hold it. */
final class PlayingStory {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final Map<String, PracticeNode> nodes;
    private final Clock machine;
    private final DisturbedLine line;
    private final PressingOnPages pages = new PressingOnPages();
    private final Map<String, PlayedCase> played = new HashMap<>();

    /** @param machine blanks of time are counted from its now, not from the day that is played */
    PlayingStory(Map<String, PracticeNode> nodes, Clock machine, DisturbedLine line) {
        this.nodes = Map.copyOf(nodes);
        this.machine = machine;
        this.line = line;
    }

    /** The clock was moved: every node has to ask the operator first. */
    void begins() throws IOException, InterruptedException {
        for (var node : nodes.values()) {
            await(node::knowsEverybody, "a list of the directory at " + node.id());
        }
    }

    void play(Scene scene) throws IOException, InterruptedException {
        var in = scene.in();
        var step = scene.step();
        var known = played.computeIfAbsent(in.id(), it -> new PlayedCase());
        switch (step.kind()) {
            case "ask", "act" -> act(in, step, known);
            case "leaves" -> known.sent();
            case "came" -> came(in, step, known);
            case "letter" -> letter(step, known);
            case "item" -> item(step, known);
            case "fetched" -> fetched(step, known);
            case "disturb", "undisturb" -> line.turn(node(step), known.item(step.text("name")));
            case "refused" -> refused(step, known);
            case "file" -> add(step, known, "/file");
            case "message" -> add(step, known, "/messages");
            case "take" -> node(step).officer(step.text("as")).put("/requests/" + known.reference() + "/owner");
            case "again" -> again(in, step, known);
            case "press" -> pages.press(node(step), step, blanks(step, known));
            case "give", "order" -> pages.press(node(step), step, known.reference(), blanks(step, known));
            case "woken" -> await(() -> pages.woken(node(step), known.reference()), "the alarm of " + in.id());
            case "joint-ask", "joint" -> joint(in, step, known);
            default -> throw new IllegalStateException("no such step: " + step);
        }
        settle(in, step, known);
    }

    private void act(Case in, Step step, PlayedCase known) throws IOException, InterruptedException {
        var writing = new WritingActs(node(step));
        var body = filled(step.kind().equals("ask") ? in.body() : step.map("body"), step, known);
        var facts = filled(step.map("facts"), step, known);
        var draft = step.word("drill").isPresent()
                ? writing.drill(in.procedure(), in.asked(), body)
                : step.kind().equals("ask")
                        ? writing.opening(in.procedure(), in.asked(), body, facts)
                        : writing.step(known.reference(), step.text("act"), body, facts);
        var until = step.word("stays").orElse("");
        if (until.equals("written")) {
            return;
        }
        var reference = writing.submit(draft, step.word("channel").orElse(null));
        if (step.kind().equals("ask")) {
            known.opened(reference);
        }
        switch (until) {
            case "submitted" -> {}
            case "returned" -> {
                writing.giveBack(draft, step.text("why"));
                known.keeps(draft);
            }
            case "held" -> writing.approveForLater(draft, blanks(step, known).text(step.text("until")));
            default -> {
                writing.approve(draft, step.word("approver").orElse(null));
                known.sent();
            }
        }
    }

    /** What came back is written again, and leaves. */
    private void again(Case in, Step step, PlayedCase known) throws IOException, InterruptedException {
        var writing = new WritingActs(node(step));
        var body = new LinkedHashMap<>(in.body());
        body.putAll(step.map("body"));
        var draft = writing.again(known.draft(), filled(body, step, known));
        known.opened(writing.submit(draft, null));
        writing.approve(draft, null);
        known.sent();
    }

    private void joint(Case in, Step step, PlayedCase known) throws IOException, InterruptedException {
        var playing = new PlayingJointly(node(step));
        var body = filled(step.kind().equals("joint") ? step.map("body") : in.body(), step, known);
        if (step.kind().equals("joint")) {
            playing.say(known, step.text("act"), body, filled(step.map("facts"), step, known));
        } else {
            playing.open(known, in.procedure(), step.words("states"), body);
        }
        var asked = nodes.get(in.asked());
        if (asked != null) {
            await(() -> asked.officer("duty-officer").lookIfThere(known.path()) != null, in.id() + " at " + in.asked());
        }
    }

    private void came(Case in, Step step, PlayedCase known) throws IOException, InterruptedException {
        boolean opens = step.text("act").equals("request");
        var wish = new LinkedHashMap<String, Object>();
        var blanks = blanks(step, known);
        wish.put("cameBy", step.text("via"));
        wish.put("cameOn", day(step));
        step.word("number").ifPresent(it -> wish.put("number", it));
        step.word("text").ifPresent(it -> wish.put("text", it));
        step.word("scan").ifPresent(it -> wish.put("scan", Base64.getEncoder().encodeToString(ScannedLetter.pdf(it))));
        wish.put("body", blanks.filled(opens ? in.body() : step.map("body")));
        if (opens) {
            wish.put("procedure", in.procedure());
            wish.put("counterpart", in.asks());
            var read = node(step).officer("duty-officer").wish("/recorded-requests", wish);
            known.opened(JsonPart.text(JsonPart.map(read, "request"), "reference"));
        } else {
            wish.put("type", step.text("act"));
            if (!step.map("facts").isEmpty()) {
                wish.put("facts", blanks.filled(step.map("facts")));
            }
            node(step).officer("duty-officer").wish("/requests/" + known.reference() + "/recorded-acts", wish);
        }
        known.sent();
    }

    private void letter(Step step, PlayedCase known) throws IOException, InterruptedException {
        var wish = new LinkedHashMap<String, Object>(
                Map.of("paper", step.text("paper"), "by", step.text("via"), "day", day(step)));
        step.word("number").ifPresent(it -> wish.put("number", it));
        node(step).officer("duty-officer").wish("/requests/" + known.reference() + "/letters-sent", wish);
    }

    private void item(Step step, PlayedCase known) throws IOException, InterruptedException {
        var custodian = node(step).officer("custodian");
        int times = step.word("times").map(Integer::parseInt).orElse(40);
        var plain = step.text("lines").repeat(times).getBytes(UTF_8);
        var item = custodian.add(step.text("name"), known.reference(), plain, Digests.sha256(plain));
        await(() -> "matched".equals(custodian.look("/evidence/" + item).get("state")), "item " + step.text("name"));
        known.added(step.text("name"), item);
    }

    /** The other node has fetched what was delivered, and filled in what it found. */
    private void fetched(Step step, PlayedCase known) throws IOException, InterruptedException {
        var officer = node(step).officer("duty-officer");
        var path = "/requests/" + known.reference();
        await(() -> officer.page(path).contains(path + "/prepared\""), "evidence of " + known.reference());
    }

    /** At the node that fetches: by its own check the item of that name is not the one that the act names. */
    private void refused(Step step, PlayedCase known) throws IOException, InterruptedException {
        var name = step.text("name");
        await(() -> line.refused(node(step), known.reference(), name), "the refusal of " + name);
    }

    private void add(Step step, PlayedCase known, String where) throws IOException, InterruptedException {
        node(step)
                .officer(step.word("as").orElse("duty-officer"))
                .wish(
                        "/requests/" + known.reference() + where,
                        blanks(step, known).filled(step.map("line")));
    }

    /** Until every node that is party to it holds the same register. */
    private void settle(Case in, Step step, PlayedCase known) throws IOException, InterruptedException {
        // Who is only invited reads no register yet.
        if (known.entries() == 0 || known.joint() && in.steps().getFirst().equals(step)) {
            return;
        }
        for (var party : List.of(in.asks(), in.asked())) {
            var node = nodes.get(party);
            if (node != null) {
                await(() -> node.entries(known.path()).size() >= known.entries(), known.path() + " at " + party);
            }
        }
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void await(Condition condition, String what) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IOException("%s is not there after %d s".formatted(what, PATIENCE.toSeconds()));
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private String day(Step step) {
        return LocalDate.ofInstant(machine.instant().plus(step.at()), ZoneOffset.UTC)
                .toString();
    }

    private PracticeNode node(Step step) {
        return Objects.requireNonNull(nodes.get(step.by()), step.by());
    }

    private Map<String, Object> filled(Map<String, Object> said, Step step, PlayedCase known) {
        return blanks(step, known).filled(said);
    }

    private Blanks blanks(Step step, PlayedCase known) {
        return new Blanks(machine.instant(), said -> blank(said, step, known));
    }

    private String blank(String said, Step step, PlayedCase known) {
        var word = said.split(":", 2);
        return switch (word[0]) {
            case "act" -> known.act(node(step), word[1]);
            case "item" -> known.item(word[1]);
            case "case" -> Objects.requireNonNull(played.get(word[1]), word[1]).reference();
            default -> throw new IllegalStateException("no such blank: " + said);
        };
    }
}
