package org.comity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.directory.AnEntry.NETWORK;
import static org.comity.directory.AnEntry.NOON;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key ceremony and what follows it, as an administrator types it. */
class OnboardingTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void root() throws Exception {
        Files.write(folder.resolve("root.json"), NETWORK.json());
    }

    @Test
    void keys_configuration_and_a_signed_entry_come_out_of_it() throws Exception {
        assertThat(begin()).isZero();
        fillIn();
        assertThat(sign()).isZero();

        var signed = SignedParticipantEntry.read(Files.readAllBytes(folder.resolve("node/directory/entry.json")));
        assertThat(signed.signedByItself()).isTrue();
        assertThat(signed.entry().network()).isEqualTo(NETWORK.id());
        assertThat(signed.entry().node().ageRecipient()).startsWith("age1");
        assertThat(folder.resolve("node/node.yaml"))
                .content()
                .contains("id: XE-1")
                .contains(NETWORK.id());
        assertThat(folder.resolve("node/keys/recovery.p12")).doesNotExist();
        assertThat(folder.resolve("recovery/recovery.p12")).isNotEmptyFile();
        assertThat(said.toString()).contains(signed.entry().hash());
    }

    @Test
    void signing_again_makes_the_next_version() throws Exception {
        begin();
        fillIn();
        sign();
        var first = SignedParticipantEntry.read(Files.readAllBytes(folder.resolve("node/directory/entry.json")));

        sign();

        var second = SignedParticipantEntry.read(Files.readAllBytes(folder.resolve("node/directory/entry.json")));
        assertThat(second.entry().version()).isEqualTo(2);
        assertThat(second.entry().previous()).isEqualTo(first.entry().hash());
    }

    /** The draft is years old on the day on which a certificate is renewed. */
    @Test
    void signing_again_takes_nothing_back_that_the_entry_says_by_now() throws Exception {
        begin();
        fillIn();
        sign();
        var file = folder.resolve("node/directory/entry.json");
        var first = SignedParticipantEntry.read(Files.readAllBytes(file)).entry();
        var draft = folder.resolve("node/entry-draft.json");
        Files.writeString(draft, Files.readString(draft).replace("+999 9 555 0100", "+999 9 555 0199"));
        said.reset();

        assertThat(run("sign", "--as4", "https://other.xe.example:9440/as4")).isZero();

        var second = SignedParticipantEntry.read(Files.readAllBytes(file)).entry();
        assertThat(second.node().as4()).hasHost("other.xe.example");
        assertThat(second.phone()).isEqualTo(first.phone()).isEqualTo("+999 9 555 0100");
        assertThat(second.names()).isEqualTo(first.names());
        assertThat(second.profile()).isEqualTo(first.profile());
        assertThat(said.toString()).contains("It says what the version before says");

        assertThat(run("sign", "--as4", "https://other.xe.example:9440/as4", "--draft"))
                .isZero();

        assertThat(SignedParticipantEntry.read(Files.readAllBytes(file)).entry().phone())
                .isEqualTo("+999 9 555 0199");
        assertThat(said.toString()).contains("All that it says is from entry-draft.json");
    }

    @Test
    void the_recovery_folder_endorses_and_revokes() throws Exception {
        begin();
        fillIn();
        sign();
        assertThat(run(
                        "sign",
                        "--as4",
                        "https://localhost:9440/as4",
                        "--endorser",
                        folder.resolve("recovery").toString()))
                .isZero();
        assertThat(run("revoke", "--recovery", folder.resolve("recovery").toString(), "--since", NOON.toString()))
                .isZero();

        var signed = SignedParticipantEntry.read(Files.readAllBytes(folder.resolve("node/directory/entry.json")));
        var recoveryKey = signed.entry().keys().recovery();
        assertThat(signed.endorsedBy(recoveryKey)).isTrue();
        assertThat(SignedRevocation.read(Files.readAllBytes(folder.resolve("node/directory/revocation.json")))
                        .signedBy(recoveryKey))
                .isTrue();
    }

    /** A revocation that no peer can read would be found out on the day on which the key is lost. */
    @Test
    void a_key_is_not_revoked_as_compromised_from_tomorrow_on() throws Exception {
        begin();
        fillIn();
        sign();
        for (var since : List.of(Instant.now().plusSeconds(86_400).toString(), "yesterday")) {
            assertThat(run("revoke", "--recovery", folder.resolve("recovery").toString(), "--since", since))
                    .isEqualTo(1);
            assertThat(said.toString()).contains("--since is a time in UTC that has passed");
            said.reset();
        }
        assertThat(folder.resolve("node/directory/revocation.json")).doesNotExist();
    }

    /** Whoever stole the entry key may have been first with the next version. */
    @Test
    void what_the_list_names_is_revoked_and_the_next_version_is_above_it() throws Exception {
        begin();
        fillIn();
        sign();
        var line = new DirectoryList.Line("XE-1", 4, "4".repeat(64));
        var list = new DirectoryList(
                NETWORK.id(), 1, DirectoryList.NOTHING_BEFORE, NOON, NOON.plusSeconds(60), List.of(line));
        var file = folder.resolve("node/directory/list.json");
        var revoked = folder.resolve("node/directory/revocation.json");
        Files.write(file, list.sign(AnEntry.newKey().getPrivate()).json());
        assertThat(revoke()).as("a list that the operator did not sign").isEqualTo(1);
        assertThat(revoked).doesNotExist();

        Files.write(file, list.sign(AnEntry.OPERATOR.getPrivate()).json());
        assertThat(revoke()).isZero();
        assertThat(SignedRevocation.read(Files.readAllBytes(revoked)).version()).isEqualTo(4);
        assertThat(revoke("--version", "7")).isZero();
        assertThat(SignedRevocation.read(Files.readAllBytes(revoked)).version()).isEqualTo(7);
        assertThat(said.toString()).contains("version 7 of XE-1");
        assertThat(revoke("--version", "none")).isEqualTo(1);

        sign();
        assertThat(version()).isEqualTo(8);
        assertThat(run("sign", "--as4", "https://localhost:9440/as4", "--version", "8"))
                .isEqualTo(1);
        assertThat(run("sign", "--as4", "https://localhost:9440/as4", "--version", "12"))
                .isZero();
        assertThat(version()).isEqualTo(12);
    }

    private long version() throws Exception {
        return SignedParticipantEntry.read(Files.readAllBytes(folder.resolve("node/directory/entry.json")))
                .entry()
                .version();
    }

    private int revoke(String... more) {
        var options = new java.util.ArrayList<>(
                List.of("--recovery", folder.resolve("recovery").toString(), "--since", NOON.toString()));
        options.addAll(List.of(more));
        return run("revoke", options.toArray(String[]::new));
    }

    @Test
    void a_second_ceremony_in_the_same_folder_overwrites_nothing() throws Exception {
        begin();
        var password = Files.readAllBytes(folder.resolve("node/keys/password"));

        assertThat(begin()).isEqualTo(1);

        assertThat(said.toString())
                .contains("Refused: This folder already holds the keys of XE-1.", "name an empty folder");
        assertThat(folder.resolve("node/keys/password")).hasBinaryContent(password);
    }

    /** It could not be taken again: the keys would be there already. */
    @Test
    void what_was_named_wrongly_stops_it_before_a_key_is_made() throws Exception {
        var root = folder.resolve("root.json");
        var right = Files.readAllBytes(root);
        Files.delete(root);
        assertThat(begin()).isEqualTo(1);
        assertThat(said.toString()).contains(root + " is not there");
        Files.writeString(root, "{}");
        assertThat(begin()).isEqualTo(1);
        Files.write(root, right);
        Files.writeString(folder.resolve("recovery"), "no folder");
        assertThat(begin()).isEqualTo(1);
        Files.delete(folder.resolve("recovery"));
        assertThat(folder.resolve("node")).doesNotExist();

        assertThat(begin()).isZero();
    }

    @Test
    void a_recovery_key_is_never_overwritten() throws Exception {
        begin();
        var key = Files.readAllBytes(folder.resolve("recovery/recovery.p12"));
        Files.move(folder.resolve("node"), folder.resolve("aside"));

        assertThat(begin()).isEqualTo(1);

        assertThat(said.toString()).contains("Refused: The recovery folder already holds a recovery key.");
        assertThat(folder.resolve("recovery/recovery.p12")).hasBinaryContent(key);
        assertThat(folder.resolve("node")).doesNotExist();
    }

    @Test
    void an_entry_that_the_operator_refuses_is_not_submitted() throws Exception {
        begin();
        fillIn();
        sign();
        assertThat(submitted(200, "{\"admitted\":true}")).isZero();
        assertThat(submitted(409, "{\"code\":\"older-version\",\"status\":409}"))
                .isEqualTo(1);
        assertThat(said.toString())
                .contains("The operator did not take the entry.", "A newer version of the entry of XE-1 is known");
        assertThat(submitted(404, "<html>")).isEqualTo(1);
        assertThat(said.toString()).contains("no directory answers at that address (404)");
    }

    private int submitted(int status, String body) throws Exception {
        said.reset();
        try (var operator = new OperatorThatAnswers(status, body)) {
            return run("submit", "--operator", operator.address());
        }
    }

    @Test
    void an_incomplete_draft_is_refused() throws Exception {
        begin();
        Files.writeString(folder.resolve("node/entry-draft.json"), "{\"id\":\"XE-1\"}");

        assertThat(sign()).isEqualTo(1);
        assertThat(said.toString()).contains("Refused");
        assertThat(folder.resolve("node/directory/entry.json")).doesNotExist();
    }

    @Test
    void unknown_words_get_the_help() {
        assertThat(run("dance")).isEqualTo(2);
        assertThat(said.toString()).contains("comity onboard begin");
    }

    private int begin() {
        return run(
                "begin",
                "--participant",
                "XE-1",
                "--root",
                folder.resolve("root.json").toString(),
                "--recovery",
                folder.resolve("recovery").toString(),
                "--hosts",
                "node.xe.example");
    }

    private int sign() {
        return run("sign", "--as4", "https://node.xe.example:9440/as4");
    }

    private void fillIn() throws Exception {
        var draft = folder.resolve("node/entry-draft.json");
        Files.writeString(draft, Files.readString(draft).replace("\"phone\": \"\"", "\"phone\": \"+999 9 555 0100\""));
    }

    private int run(String step, String... options) {
        var arguments = new java.util.ArrayList<>(
                List.of(step, "--home", folder.resolve("node").toString()));
        arguments.addAll(List.of(options));
        return OnboardingCommand.run(arguments.toArray(String[]::new), new PrintStream(said));
    }
}
