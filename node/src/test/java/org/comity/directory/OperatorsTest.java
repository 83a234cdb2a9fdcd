package org.comity.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.comity.directory.AnEntry.NETWORK;
import static org.comity.directory.AnEntry.NOON;
import static org.comity.directory.AnEntry.OPERATOR;
import static org.comity.directory.AnEntry.anEntry;
import static org.comity.directory.AnEntry.newKey;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.proof.Malformed;
import org.comity.proof.form.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several operators: a list holds with as many signatures as they agreed on, and who was replaced signs nothing any more. */
class OperatorsTest {

    private static final KeyPair BODY = newKey();
    private static final KeyPair THIRD = newKey();
    private static final KeyPair STRANGER = newKey();

    /** Two of three, as the one operator of the root decided. */
    private static final OperatorsChange FIRST =
            signed(OperatorsChange.after(NETWORK, List.of(), operators(2, OPERATOR, BODY, THIRD), NOON), OPERATOR);

    private final DirectoryList list = new DirectoryList(
            NETWORK.id(),
            2,
            "a".repeat(64),
            NOON,
            NOON.plusSeconds(60),
            List.of(DirectoryList.Line.of(anEntry().signed())));

    @TempDir
    Path folder;

    @Test
    void a_list_holds_with_enough_signatures_each_counted_once() {
        assertThat(by(List.of(FIRST), OPERATOR, BODY).signedFor(NETWORK)).isTrue();
        assertThat(by(List.of(FIRST), BODY, THIRD).signedFor(NETWORK)).isTrue();

        assertThat(by(List.of(FIRST), OPERATOR).signedFor(NETWORK)).isFalse();
        assertThat(by(List.of(FIRST), OPERATOR, OPERATOR).signedFor(NETWORK)).isFalse();
        assertThat(by(List.of(FIRST), OPERATOR, STRANGER).signedFor(NETWORK)).isFalse();
        var other = new DirectoryList(list.network(), 3, list.previous(), NOON, list.validUntil(), list.lines());
        var one = list.sign(OPERATOR.getPublic(), OPERATOR.getPrivate());
        var under = other.sign(BODY.getPublic(), BODY.getPrivate());
        assertThat(new DirectoryList.Signed(list, List.of(one, under), List.of(FIRST)).signedFor(NETWORK))
                .as("a signature under another list")
                .isFalse();
    }

    @Test
    void it_is_read_back_as_it_was_signed() {
        var signed = by(List.of(FIRST), OPERATOR, THIRD);

        assertThat(DirectoryList.Signed.read(signed.json())).isEqualTo(signed);
        assertThat(OperatorsChange.read(FIRST.json())).isEqualTo(FIRST);
        assertThat(DirectoryList.read(list.json())).isEqualTo(list);
        assertThat(new String(list.sign(OPERATOR.getPrivate()).json(), UTF_8)).doesNotContain("operators");
        var empty = new String(signed.json(), UTF_8)
                .replaceAll(
                        "\"operators\":\\[\\{\"change\".*\\],\"signatures\":\\[", "\"operators\":[],\"signatures\":[");
        assertThat(empty).contains("\"operators\":[]");
        assertThatExceptionOfType(Malformed.class)
                .as("there is one way to write a list of one operator")
                .isThrownBy(() -> DirectoryList.Signed.read(empty.getBytes(UTF_8)));
    }

    @Test
    void a_change_counts_by_those_who_signed_before_it_and_in_its_order() {
        var next = OperatorsChange.after(NETWORK, List.of(FIRST), operators(1, STRANGER), NOON);
        var decided = signed(next, BODY, THIRD);

        assertThat(OperatorsChange.last(NETWORK, List.of(FIRST, decided))).contains(decided.operators());
        assertThat(by(List.of(FIRST, decided), STRANGER).signedFor(NETWORK)).isTrue();
        assertThat(by(List.of(FIRST, decided), BODY, THIRD).signedFor(NETWORK))
                .as("who was replaced")
                .isFalse();
        for (var wrong : List.of(
                List.of(FIRST, signed(next, OPERATOR)),
                List.of(FIRST, signed(next, STRANGER, OPERATOR)),
                List.of(decided),
                List.of(decided, FIRST),
                List.of(FIRST, FIRST),
                List.of(signed(OperatorsChange.after(NETWORK, List.of(), FIRST.operators(), NOON), BODY)))) {
            assertThat(OperatorsChange.last(NETWORK, wrong)).isEmpty();
        }
        var elsewhere = Network.of("Other", OPERATOR.getPublic(), true, NOON);
        assertThat(OperatorsChange.last(elsewhere, List.of(FIRST))).isEmpty();
    }

    @Test
    void who_signs_a_change_again_has_signed_it_once() {
        var often = FIRST;
        for (int i = 0; i <= Operators.MOST; i++) often = signed(often, BODY);

        assertThat(often.signatures()).hasSize(2);
        assertThat(OperatorsChange.read(often.json())).isEqualTo(often);
    }

    @Test
    void no_later_list_forgets_a_change() {
        var plain = list.sign(OPERATOR.getPrivate());
        var known = by(List.of(FIRST), OPERATOR, BODY);

        assertThat(known.knowsChangesOf(plain)).isTrue();
        assertThat(plain.knowsChangesOf(known)).isFalse();
        var other = signed(OperatorsChange.after(NETWORK, List.of(), operators(1, STRANGER), NOON), OPERATOR);
        assertThat(by(List.of(other), STRANGER).knowsChangesOf(known)).isFalse();
    }

    @Test
    void there_are_one_to_nine_of_them_no_two_alike_and_no_more_signatures_than_keys() {
        var many = IntStream.range(0, 10).mapToObj(_ -> newKey()).toArray(KeyPair[]::new);
        for (var wrong : List.<Runnable>of(
                () -> operators(1, many),
                () -> operators(1),
                () -> operators(1, BODY, BODY),
                () -> operators(0, BODY),
                () -> operators(3, BODY, THIRD),
                () -> new Operators(List.of("AAAA"), 1))) {
            assertThatExceptionOfType(Malformed.class).isThrownBy(wrong::run);
        }
    }

    /** The commands of docs/how-to/begin-a-network.md, as two bodies and the Secretariat type them. */
    @Test
    void two_bodies_and_the_secretariat_change_who_signs_and_cosign_what_waits() throws Exception {
        var said = new ByteArrayOutputStream();
        for (var each : List.of("s", "b", "c")) {
            assertThat(run(said, "key", "--home", at(each), "--recovery", at(each + "-r")))
                    .as(said.toString())
                    .isZero();
        }
        var secretariat = new CeremonyKeys(folder.resolve("s/keys"));
        var root = Network.of("Three", secretariat.certificate("entry").getPublicKey(), false, NOON);
        Files.write(folder.resolve("s/root.json"), root.json());
        var change = at("change.json");
        assertThat(run(
                        said,
                        "change",
                        "--home",
                        at("s"),
                        "--threshold",
                        "2",
                        "--to",
                        change,
                        "--operators",
                        Stream.of("s", "b", "c")
                                .map(it -> at(it + "/operator.pub"))
                                .reduce((x, y) -> x + "," + y)
                                .orElseThrow()))
                .as(said.toString())
                .isZero();
        assertThat(run(said, "take", "--home", at("s"), "--change", change))
                .as(said.toString())
                .isZero();
        var changes = OperatorsChange.kept(folder.resolve("s"));
        assertThat(OperatorsChange.last(root, changes).orElseThrow().threshold())
                .isEqualTo(2);

        assertThat(run(
                        said,
                        "change",
                        "--home",
                        at("s"),
                        "--threshold",
                        "1",
                        "--to",
                        change,
                        "--operators",
                        at("b/operator.pub")))
                .isZero();
        assertThat(run(said, "take", "--home", at("s"), "--change", change))
                .as("one of two signed")
                .isEqualTo(1);
        assertThat(run(said, "countersign", "--keys", at("c/keys"), "--change", change))
                .isZero();

        var before =
                new DirectoryList(root.id(), 1, DirectoryList.NOTHING_BEFORE, NOON, NOON.plusSeconds(60), List.of());
        var next = new DirectoryList(root.id(), 2, before.hash(), NOON, NOON.plusSeconds(60), list.lines());
        var waiting = new DirectoryList.Signed(next, List.of(), changes);
        var inForce = before.sign(secretariat.key("entry"));
        var body = new OperatorsCommand(told("--keys", at("b/keys")), new PrintStream(said), CLOCK);
        assertThatExceptionOfType(IllegalStateException.class)
                .as("a State more on the list")
                .isThrownBy(() -> body.signature(root, inForce, waiting))
                .withMessageContaining("--accept " + next.hash());
        var looked = new OperatorsCommand(
                told("--keys", at("b/keys"), "--accept", next.hash()), new PrintStream(said), CLOCK);
        assertThat(OperatorsChange.last(root, changes)
                        .orElseThrow()
                        .holds(next.json(), looked.signature(root, inForce, waiting)))
                .isTrue();
        var aside = new DirectoryList(root.id(), 2, "b".repeat(64), NOON, NOON.plusSeconds(60), List.of());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> looked.signature(root, inForce, new DirectoryList.Signed(aside, List.of(), changes)));

        assertThat(run(said, "take", "--home", at("s"), "--change", change)).isZero();
        assertThat(OperatorsChange.last(root, OperatorsChange.kept(folder.resolve("s")))
                        .orElseThrow()
                        .keys())
                .hasSize(1);
    }

    /** Each body signs once a day by a timer: an ordinary day is no failure. */
    @Test
    void where_nothing_waits_nothing_is_signed_and_that_is_all_right() throws Exception {
        Files.write(folder.resolve("root.json"), NETWORK.json());
        var inForce = new String(list.sign(OPERATOR.getPrivate()).json(), UTF_8);
        var said = new ByteArrayOutputStream();
        try (var answering = new OperatorThatAnswers(Map.of("/directory/list", inForce), 200)) {
            assertThat(cosign(said, answering.address())).isZero();
        }
        assertThat(said).hasToString("Nothing waits for a signature." + System.lineSeparator());

        try (var other = new OperatorThatAnswers(Map.of("/elsewhere", ""), 200)) {
            assertThat(cosign(said, other.address())).isEqualTo(1);
        }
        assertThat(said.toString()).contains("no directory answers at http://127.0.0.1");
    }

    /** What stands before a directory refuses in its own words; the directory's own refusal names the list. */
    @Test
    void a_signature_that_is_not_taken_is_told_as_the_answer_is() throws Exception {
        Files.write(folder.resolve("root.json"), NETWORK.json());
        var said = new ByteArrayOutputStream();
        assertThat(run(said, "key", "--home", at("."), "--recovery", at("r"))).isZero();
        var before = new DirectoryList(
                NETWORK.id(), 1, DirectoryList.NOTHING_BEFORE, NOON, NOON.plusSeconds(60), list.lines());
        var next = new DirectoryList(NETWORK.id(), 2, before.hash(), NOON, NOON.plusSeconds(60), list.lines());
        var lists = Map.of(
                "/directory/list",
                new String(before.sign(OPERATOR.getPrivate()).json(), UTF_8),
                "/directory/proposed",
                new String(new DirectoryList.Signed(next, List.of(), List.of(FIRST)).json(), UTF_8));

        assertThat(refused(lists, 502, "<html>Bad gateway</html>"))
                .matches("(?s).*http://127.0.0.1:\\d+ answers 502.*");
        assertThat(refused(lists, 413, "{\"size\":1}")).matches("(?s).*http://127.0.0.1:\\d+ answers 413.*");
        assertThat(refused(lists, 409, "{\"code\":\"not-waiting\"}")).contains("Nothing of " + next.hash());
    }

    private String refused(Map<String, String> lists, int status, String answer) throws Exception {
        var bodies = new TreeMap<>(lists);
        bodies.put("/directory/signatures", answer);
        var said = new ByteArrayOutputStream();
        try (var answering = new OperatorThatAnswers(bodies, 200, status)) {
            assertThat(cosign(said, answering.address())).isEqualTo(1);
        }
        return said.toString();
    }

    private int cosign(ByteArrayOutputStream said, String operator) {
        return run(said, "cosign", "--keys", at("keys"), "--root", at("root.json"), "--operator", operator);
    }

    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private static int run(ByteArrayOutputStream said, String... words) {
        return NetworkCommand.run(words, new PrintStream(said), CLOCK);
    }

    private String at(String file) {
        return folder.resolve(file).toString();
    }

    private DirectoryList.Signed by(List<OperatorsChange> changes, KeyPair... keys) {
        return new DirectoryList.Signed(
                list,
                Stream.of(keys)
                        .map(it -> list.sign(it.getPublic(), it.getPrivate()))
                        .toList(),
                changes);
    }

    private static Operators operators(int threshold, KeyPair... keys) {
        return new Operators(
                Stream.of(keys)
                        .map(it -> DirectorySignatures.text(it.getPublic()))
                        .toList(),
                threshold);
    }

    private static OperatorsChange signed(OperatorsChange change, KeyPair... keys) {
        for (var each : keys) {
            change = change.sign(each.getPublic(), each.getPrivate());
        }
        return change;
    }

    private static CommandLine told(String... words) {
        return CommandLine.read(List.of(words), 0, Set.of("keys", "accept"), Set.of());
    }
}
