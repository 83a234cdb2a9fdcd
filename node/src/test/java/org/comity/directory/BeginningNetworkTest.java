package org.comity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.directory.AnEntry.NOON;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.House;
import org.comity.vocabulary.ParticipantKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network from nothing, by the commands that docs/how-to/begin-a-network.md gives, as they stand there. */
@Tag("long")
class BeginningNetworkTest {

    private static final Path PAGE = House.root().resolve("docs/how-to/begin-a-network.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Deque<String[]> steps;

    @BeforeEach
    void page() throws IOException {
        steps = new ArrayDeque<>(commands());
    }

    @Test
    void the_secretariat_and_a_state_come_out_of_the_page() throws Exception {
        run("network begin");
        var root = Network.read(Files.readAllBytes(home("secretariat").resolve("operator/root.json")));
        assertThat(said.toString()).contains(root.id());
        assertThat(root.practice()).isFalse();
        assertThat(home("secretariat").resolve("node.yaml"))
                .content()
                .contains("node.secretariat.enabled: true", root.id(), "url: https://secretariat.example");

        fillIn("secretariat");
        run("onboard sign");
        run("network open");
        var entry = entry("secretariat");
        assertThat(entry.entry().kind()).isEqualTo(ParticipantKind.SECRETARIAT);
        var list =
                DirectoryList.Signed.read(Files.readAllBytes(home("secretariat").resolve("operator/list.json")));
        assertThat(list.signedFor(root)).isTrue();
        assertThat(list.list().lines()).containsExactly(DirectoryList.Line.of(entry));
        assertThat(Files.readAllBytes(home("secretariat").resolve("operator/admitted/XS-1.json")))
                .isEqualTo(entry.json());

        run("onboard begin");
        fillIn("state");
        run("onboard sign");
        var state = entry("state").entry();
        assertThat(state.network()).isEqualTo(root.id());
        assertThat(state.kind()).isEqualTo(ParticipantKind.CONTACT_POINT);
        assertThat(state.node().procedures()).isEqualTo(Onboarding.PROCEDURES);
    }

    /** Whoever loses the key of the lists loses the network, so there are two of it. */
    @Test
    void the_recovery_medium_holds_the_only_other_key_of_the_lists() throws Exception {
        run("network begin");

        var medium = folder.resolve("media/recovery/operator");
        assertThat(medium.resolve("lists-entry.p12"))
                .hasSameBinaryContentAs(home("secretariat").resolve("operator/keys/entry.p12"));
        assertThat(medium.resolve("lists-password")).isNotEmptyFile();
        assertThat(home("secretariat").resolve("keys/recovery.p12")).doesNotExist();
    }

    @Test
    void a_second_beginning_changes_nothing() throws Exception {
        var begin = steps.removeFirst();
        assertThat(network(begin)).isZero();
        var root = Files.readAllBytes(home("secretariat").resolve("operator/root.json"));

        assertThat(network(begin)).isEqualTo(1);
        assertThat(Files.readAllBytes(home("secretariat").resolve("operator/root.json")))
                .isEqualTo(root);
        assertThat(said.toString()).contains("nothing was changed");
    }

    @Test
    void no_list_is_signed_before_the_secretariat_has_an_entry_and_says_what_it_is() throws Exception {
        run("network begin");
        var open = new String[] {"open", "--home", home("secretariat").toString()};
        assertThat(network(open)).isEqualTo(1);

        fillIn("secretariat");
        var draft = home("secretariat").resolve("entry-draft.json");
        Files.writeString(draft, Files.readString(draft).replace("\"kind\": \"secretariat\",", ""));
        run("onboard sign");
        assertThat(network(open)).isEqualTo(1);

        assertThat(said.toString()).contains("onboard sign", "does not say that it is the Secretariat");
        assertThat(home("secretariat").resolve("operator/list.json")).doesNotExist();
    }

    @Test
    void a_name_that_cannot_be_read_begins_nothing() {
        assertThat(network(
                        "begin",
                        "--home",
                        home("secretariat").toString(),
                        "--name",
                        " ",
                        "--participant",
                        "XS-1",
                        "--recovery",
                        folder.resolve("r").toString(),
                        "--address",
                        "https://secretariat.example"))
                .isEqualTo(1);
        assertThat(home("secretariat")).doesNotExist();
    }

    private void run(String step) {
        var words = steps.removeFirst();
        assertThat(String.join(" ", words)).startsWith(step.split(" ")[1]);
        int code = step.startsWith("network") ? network(words) : onboard(words);
        assertThat(code).as("%s: %s", step, said).isZero();
    }

    private int network(String... words) {
        return NetworkCommand.run(words, new PrintStream(said), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private int onboard(String... words) {
        return OnboardingCommand.run(words, new PrintStream(said));
    }

    /** What a person types into the draft. */
    private void fillIn(String whose) throws IOException {
        var draft = home(whose).resolve("entry-draft.json");
        Files.writeString(
                draft,
                Files.readString(draft)
                        .replace("\"en\": \"\"", "\"en\": \"Anywhere\"")
                        .replace("\"checked\": \"\"", "\"checked\": \"2026-11-24\""));
    }

    private SignedParticipantEntry entry(String whose) throws IOException {
        return SignedParticipantEntry.read(Files.readAllBytes(home(whose).resolve("directory/entry.json")));
    }

    private Path home(String whose) {
        return folder.resolve("var/lib/" + whose);
    }

    /** The commands of the page from the launcher on, with its folders below ours; what is not begun by it is left out. */
    private List<String[]> commands() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(it -> it.group(1).replace("\\\n", " "))
                .flatMap(String::lines)
                .filter(it -> it.matches("\\./comity (network|onboard) .*") && !it.contains(" submit "))
                .map(this::words)
                .toList();
    }

    private String[] words(String line) {
        return Pattern.compile("\"[^\"]*\"|\\S+")
                .matcher(line)
                .results()
                .map(it -> it.group().replace("\"", ""))
                .skip(2)
                .map(it -> Stream.of("/var/lib/", "/media/").anyMatch(it::startsWith) ? folder + it : it)
                .map(it -> it.equals("root.json")
                        ? home("secretariat").resolve("operator/root.json").toString()
                        : it)
                .toArray(String[]::new);
    }
}
