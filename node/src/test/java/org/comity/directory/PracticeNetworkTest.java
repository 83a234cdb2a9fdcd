package org.comity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.comity.vocabulary.ParticipantKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code comity demo} lays down: whole, verified, and the same when laid again. */
class PracticeNetworkTest {

    @Test
    void each_node_is_handed_the_root_the_list_and_every_entry(@TempDir Path home) throws Exception {
        var laid = PracticeNetwork.lay(home, 2);

        var root = Network.read(Files.readAllBytes(home.resolve("operator/root.json")));
        var list = DirectoryList.Signed.read(Files.readAllBytes(home.resolve("xb-1/directory/list.json")));
        assertThat(list.signedFor(root)).isTrue();
        assertThat(list.list().lines()).hasSize(2).allSatisfy(line -> {
            var file = home.resolve("xa-1/directory/entries/" + line.id() + ".json");
            var signed = SignedParticipantEntry.read(Files.readAllBytes(file));
            assertThat(signed.signedByItself()).isTrue();
            assertThat(signed.entry().hash()).isEqualTo(line.hash());
            assertThat(signed.entry().profile().needs()).containsOnlyKeys("subscriber", "traffic", "content");
        });
        assertThat(ParticipantEntry.read(Files.readAllBytes(home.resolve("xa-1/directory/recorded/XD-1.json")))
                        .node())
                .isNull();
        assertThat(laid.nodes()).extracting(PracticeNetwork.Laid.Node::port).containsExactly(8441, 8442);
        assertThat(laid.nodes()).allSatisfy(it -> assertThat(it.config()).isNotEmptyFile());
        assertThat(laid.anchors())
                .extracting(it -> it.replaceAll("=[0-9a-f]{64}$", ""))
                .containsExactly("XA-1/seal", "XA-1/register", "XB-1/seal", "XB-1/register");
    }

    @Test
    void the_secretariats_node_stands_in_the_place_of_an_operator_alone(@TempDir Path home) throws Exception {
        var laid = PracticeNetwork.layWithSecretariat(home, 2, 8440, false, Clock.systemUTC());

        assertThat(laid.secretariat()).isTrue();
        assertThat(laid.nodes()).extracting(PracticeNetwork.Laid.Node::id).containsExactly("XA-1", "XB-1");
        assertThat(laid.operator()).content().contains("id: XS-1", "port: 8440", "node.secretariat.enabled: true");
        assertThat(home.resolve("operator/operator.yaml")).doesNotExist();
        var list = DirectoryList.Signed.read(Files.readAllBytes(home.resolve("xs-1/directory/list.json")));
        assertThat(list.list().lines()).extracting(DirectoryList.Line::id).contains("XS-1");
        var entry = SignedParticipantEntry.read(Files.readAllBytes(home.resolve("xa-1/directory/entries/XS-1.json")))
                .entry();
        assertThat(entry.kind()).isEqualTo(ParticipantKind.SECRETARIAT);
        assertThat(entry.node().procedures()).doesNotContain("preservation/1", "assistance/1");
    }

    /** The first State alone knows its provider, and gives it a seat. */
    @Test
    void a_service_provider_stands_beside_the_first_state(@TempDir Path home) throws Exception {
        var laid = PracticeNetwork.layWithSecretariat(home, 2, 8440, false, Clock.systemUTC());

        var provider = ParticipantEntry.read(Files.readAllBytes(home.resolve("xa-1/directory/recorded/XP-1.json")));
        assertThat(provider.kind()).isEqualTo(ParticipantKind.PROVIDER);
        assertThat(home.resolve("xb-1/directory/recorded/XP-1.json")).doesNotExist();
        assertThat(home.resolve("xs-1/directory/recorded/XP-1.json")).doesNotExist();
        assertThat(laid.nodes().getFirst().config())
                .content()
                .contains("http://localhost:8441/seat/practice/XP-1/provider");
    }

    /** Its lists are in the database of the operator that ran alone. */
    @Test
    void a_network_that_has_an_operator_alone_keeps_it(@TempDir Path home) {
        PracticeNetwork.lay(home, 2);

        assertThat(PracticeNetwork.layWithSecretariat(home, 2, 8440, false, Clock.systemUTC())
                        .secretariat())
                .isFalse();
    }

    @Test
    void laying_it_again_changes_nothing_and_a_third_state_joins_on_demand(@TempDir Path home) throws Exception {
        PracticeNetwork.lay(home, 2);
        var entry = Files.readAllBytes(home.resolve("xa-1/directory/entry.json"));
        var password = Files.readAllBytes(home.resolve("xa-1/keys/password"));

        var laid = PracticeNetwork.lay(home, 3);

        assertThat(laid.nodes()).hasSize(3);
        assertThat(home.resolve("xa-1/directory/entry.json")).hasBinaryContent(entry);
        assertThat(home.resolve("xa-1/keys/password")).hasBinaryContent(password);
        assertThat(home.resolve("operator/admitted/XC-1.json")).isNotEmptyFile();
    }
}
