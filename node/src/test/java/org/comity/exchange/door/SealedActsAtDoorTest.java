package org.comity.exchange.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.comity.exchange.ExchangeNode;
import org.comity.exchange.Forged;
import org.comity.exchange.Parcel;
import org.comity.exchange.Parcel.Action;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeSeal;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.Refusal;
import org.comity.proof.act.Approval;
import org.junit.jupiter.api.Test;

/** What is inside a parcel: seals, containers, and what an act must say. */
class SealedActsAtDoorTest extends GuardedDoorCase {

    @Test
    void the_largest_parcel_is_opened_and_one_byte_more_is_not() {
        assertRefused("not-for-us", parcelOf(Action.ACT, new byte[100 * 1024]));
        assertRefused("oversized", parcelOf(Action.ACT, new byte[100 * 1024 + 1]));
    }

    @Test
    void an_act_of_another_network() {
        assertRefused(
                "wrong-network",
                parcel(PracticeSeal.seal(
                        "XA-1", request().with("network", "f".repeat(64)).act())));
    }

    @Test
    void a_seal_of_somebody_else() {
        assertRefused(
                "foreign-signature", parcel(PracticeSeal.seal("XC-1", request().act())));
        assertRefused(
                "not-the-author",
                parcel(PracticeSeal.seal(
                        "XC-1", PracticeActs.request("XC-1", "XB-1").act())));
    }

    /** Rule R124: it was written before the key was changed, and arrives or is fetched afterwards. */
    @Test
    void a_seal_that_the_sender_had_when_it_wrote_the_act() throws Exception {
        var old = PracticeWorld.certificate("XC-1", "seal");
        var act = request().act();
        try {
            WORLD.before("XA-1", old, act.envelope().time().minusMillis(1));
            assertRefused("foreign-signature", parcel(PracticeSeal.seal("XC-1", act)));
            WORLD.before("XA-1", old, act.envelope().time());
            receive(parcel(PracticeSeal.seal("XC-1", act)));
            assertThat(b.threads().act(act.id())).isPresent();
        } finally {
            WORLD.before("XA-1", old, java.time.Instant.MIN);
        }
    }

    @Test
    void a_container_changed_after_sealing() {
        byte[] container = PracticeSeal.seal("XA-1", request().act());

        assertRefused(
                "broken-seal", parcel(Forged.changed(container, "act\\.pdf", it -> "%PDF-1.7 other".getBytes(UTF_8))));
        assertRefused("container-file", parcel(Forged.with(container, Map.of("more.txt", new byte[] {1}))));
        assertRefused(
                "container-mimetype",
                parcel(Forged.changed(container, "mimetype", it -> "application/zip".getBytes(UTF_8))));
        assertRefused("container-zip", parcel("no zip".getBytes(UTF_8)));
    }

    @Test
    void an_act_that_is_not_canonical() {
        assertRefused(
                "not-canonical",
                parcel(sealedWith("act.json", " " + new String(request().act().json(), UTF_8))));
        assertRefused("json", parcel(sealedWith("act.json", "{\"body\":{},\"body\":{}}")));
        assertRefused("fields", parcel(sealedWith("act.json", "{\"body\":{}}")));
    }

    @Test
    void a_zip_bomb() {
        byte[] bomb = Forged.with(
                PracticeSeal.seal("XA-1", request().act()), Map.of("attachments/bomb", new byte[30 * 1024 * 1024]));
        assertThat(bomb.length).isLessThan(100 * 1024);

        assertRefused("container-expands", parcel(bomb));
    }

    @Test
    void entities_in_the_manifest_of_a_container() {
        byte[] container = Forged.changed(
                PracticeSeal.seal("XA-1", request().act()),
                "META-INF/ASiCManifest.*",
                it -> ("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + new String(it, UTF_8))
                        .getBytes(UTF_8));

        assertRefused("container-manifest", parcel(container));
    }

    @Test
    void a_second_container_for_a_known_act() throws Exception {
        var act = request().act();
        receive(parcel(PracticeSeal.seal("XA-1", act)));

        assertRefused("second-container", parcel(PracticeSeal.seal("XA-1", act)));
    }

    @Test
    void an_act_in_a_thread_of_others_or_for_others() throws Exception {
        var opened = opened();

        assertRefused(
                "not-a-party",
                new Parcel(
                        Action.ACT,
                        "XC-1",
                        "XB-1",
                        "t",
                        age(PracticeSeal.seal(
                                "XC-1",
                                PracticeActs.following(opened, "complete", "XC-1", "XB-1", "requesting")
                                        .act())),
                        null));
        assertRefused(
                "not-a-party",
                parcel(PracticeSeal.seal(
                        "XA-1", PracticeActs.request("XA-1", "XC-1").act())));
        assertRefused(
                "unknown-thread",
                parcel(PracticeSeal.seal(
                        "XA-1",
                        following(request().act(), "complete", "requesting").act())));
    }

    @Test
    void an_act_with_one_approval_where_its_author_asks_for_two() throws Exception {
        var address = URI.create("https://127.0.0.1:1/as4");
        WORLD.put(PracticeWorld.participant("XA-1", PracticeWorld.node("XA-1", address), true));
        try {
            assertRefused(
                    "one-approval", parcel(PracticeSeal.seal("XA-1", request().act())));

            var files = ExchangeNode.files(request().act());
            var noon = java.time.Instant.parse("2027-03-01T12:00:00Z");
            files.put(
                    "approvals.json",
                    Approval.write(List.of(
                            new Approval("XA-1/o-1", "submitted", noon), new Approval("XA-1/o-2", "passkey", noon))));
            receive(parcel(PracticeSeal.of("XA-1").seal(files)));
        } finally {
            WORLD.with("XA-1", address);
        }
    }

    @Test
    void a_step_by_the_wrong_role() throws Exception {
        var opened = opened();
        assertRefused(
                "wrong-role",
                parcel(PracticeSeal.seal(
                        "XA-1", following(opened, "acknowledge", "requesting").act())));
        assertRefused(
                "wrong-role",
                parcel(PracticeSeal.seal(
                        "XA-1", following(opened, "acknowledge", "requested").act())));
    }

    @Test
    void a_procedure_or_step_that_we_do_not_know() {
        assertRefused(
                "unknown-procedure",
                parcel(PracticeSeal.seal(
                        "XA-1", request().with("procedure", "future/9").act())));
        assertRefused(
                "unknown-type",
                parcel(PracticeSeal.seal("XA-1", request().with("type", "sing").act())));
    }

    @Test
    void fields_that_the_procedure_asks_for() {
        var lacking = parcel(
                PracticeSeal.seal("XA-1", request().saying(Map.of("text", " ")).act()));
        assertRefused("practice.field-missing", lacking);
        assertThat(catchThrowableOfType(Refusal.class, () -> receive(lacking)).field())
                .as("the sender is told which")
                .isEqualTo("text");
    }

    @Test
    void text_that_no_register_can_keep() throws Exception {
        assertRefused(
                "unstorable-text",
                parcel(PracticeSeal.seal(
                        "XA-1", request().saying(Map.of("text", "a\0b")).act())));
        assertRefused(
                "unstorable-text",
                parcel(PracticeSeal.seal(
                        "XA-1",
                        request()
                                .saying(Map.of("text", "x", "b\0", List.of("x")))
                                .act())));
        assertRefused(
                "unstorable-text",
                json(Action.MESSAGE, message(opened().envelope().thread(), "m-0", "a\0b")));
    }

    @Test
    void what_a_constraint_refuses_is_refused_for_good_and_an_outage_is_not() {
        var act = request().with("convention", "never/1").act();
        b.db().sql("alter table thread.thread add constraint practice check (convention <> 'never/1')")
                .update();
        try {
            assertRefused("cannot-be-kept", parcel(PracticeSeal.seal("XA-1", act)));
        } finally {
            b.db().sql("alter table thread.thread drop constraint practice").update();
        }

        b.db().sql("alter table thread.thread rename to away").update();
        var refusal = catchThrowableOfType(Refusal.class, () -> receive(parcel(PracticeSeal.seal("XA-1", act))));
        b.db().sql("alter table thread.away rename to thread").update();
        assertThat(refusal.code()).isEqualTo("internal");
    }

    private static byte[] sealedWith(String file, String content) {
        var files = ExchangeNode.files(request().act());
        files.put(file, content.getBytes(UTF_8));
        return PracticeSeal.of("XA-1").seal(files);
    }
}
