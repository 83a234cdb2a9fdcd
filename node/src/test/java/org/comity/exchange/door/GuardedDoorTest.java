package org.comity.exchange.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.comity.directory.Directory.Validity;
import org.comity.exchange.Door;
import org.comity.exchange.ExchangeNode;
import org.comity.exchange.Forged;
import org.comity.exchange.MessageArrived;
import org.comity.exchange.Parcel;
import org.comity.exchange.Parcel.Action;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeFollower;
import org.comity.exchange.PracticeSeal;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.Refusal;
import org.comity.exchange.SettableClock;
import org.comity.proof.Act;
import org.comity.proof.Approval;
import org.comity.proof.CanonicalJson;
import org.comity.thread.ActRegistered;
import org.comity.thread.SealedAct;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.register.MakingGoodNow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Each check at the door, by something that fails just it: refused with its own code, nothing stored. */
class GuardedDoorTest {

    private static final SettableClock CLOCK = new SettableClock();
    private static final PracticeWorld WORLD = new PracticeWorld();
    private static ExchangeNode b;

    @BeforeAll
    static void start() throws Exception {
        WORLD.with("XA-1", URI.create("https://127.0.0.1:1/as4")).with("XC-1", URI.create("https://127.0.0.1:1/as4"));
        b = new ExchangeNode("XB-1", WORLD, CLOCK, "node.exchange.largest-parcel=100KB");
    }

    @AfterAll
    static void stop() {
        b.close();
    }

    @AfterEach
    void valid() {
        WORLD.standing("XA-1", Validity.VALID);
    }

    @Test
    void a_right_act_is_kept_and_its_entry_waits_to_leave() throws Exception {
        var act = request().act();

        receive(parcel(PracticeSeal.seal("XA-1", act)));

        assertThat(b.threads().act(act.id()))
                .hasValueSatisfying(it -> assertThat(it.n()).isEqualTo(1L));
        assertThat(entriesWaitingFor(act)).isEqualTo(1);
    }

    @Test
    void acts_that_travel_together_are_kept_together_or_not_at_all() throws Exception {
        var acts = List.of(request().act(), request().act());
        var foreign = request().act();
        byte[] right = age(PracticeSeal.seal("XA-1", acts.getFirst()));
        byte[] wrong = age(PracticeSeal.seal("XC-1", foreign));
        long before = b.count("thread.act");

        assertRefused("foreign-signature", together(List.of(right, wrong)));
        assertThat(b.count("thread.act")).isEqualTo(before);

        receive(together(List.of(right, age(PracticeSeal.seal("XA-1", acts.getLast())))));
        assertThat(acts).allSatisfy(it -> assertThat(entriesWaitingFor(it)).isEqualTo(1));
    }

    @Test
    void more_age_files_than_may_travel_together_are_refused_before_any_is_opened() {
        var none = new byte[0];
        assertRefused("payloads", together(List.of()));
        assertRefused("payloads", together(java.util.Collections.nCopies(17, none)));
        assertRefused("not-for-us", together(java.util.Collections.nCopies(16, none)));
        assertRefused("payloads", new Parcel(Action.ENTRY, "XA-1", "XB-1", "t", List.of(none, none), null));
    }

    @Test
    void the_same_act_again_is_no_refusal_changes_nothing_and_its_entry_leaves_again() throws Exception {
        var act = request().act();
        byte[] container = PracticeSeal.seal("XA-1", act);
        receive(parcel(container));
        b.db().sql("update exchange.outbox set status = 'DELIVERED', settled_at = created_at")
                .update();
        long acts = b.count("thread.act");
        long entries = b.count("thread.entry");

        receive(parcel(container));

        assertThat(b.count("thread.act")).isEqualTo(acts);
        assertThat(b.count("thread.entry")).isEqualTo(entries);
        assertThat(entriesWaitingFor(act)).isEqualTo(1);
    }

    @Test
    void unknown_sender() {
        var parcel = parcel(PracticeSeal.seal("XA-1", request().act()));
        assertRefused("unknown-sender", new Parcel(Action.ACT, "XQ-1", "XB-1", "t", parcel.ageFile(), null));
        assertThat(admit("XQ-1", certificate("XA-1", "as4"), certificate("XA-1", "tls")))
                .isEqualTo("unknown-sender");
    }

    @Test
    void certificates_wrong_missing_or_of_another() {
        assertThat(admit("XA-1", certificate("XA-1", "as4"), certificate("XA-1", "tls")))
                .isNull();
        assertThat(admit("XA-1", certificate("XC-1", "as4"), certificate("XA-1", "tls")))
                .isEqualTo("wrong-certificate");
        assertThat(admit("XA-1", certificate("XA-1", "tls"), certificate("XA-1", "tls")))
                .isEqualTo("wrong-certificate");
        assertThat(admit("XA-1", null, certificate("XA-1", "tls"))).isEqualTo("wrong-certificate");
        assertThat(admit("XA-1", certificate("XA-1", "as4"), certificate("XC-1", "tls")))
                .isEqualTo("tls-mismatch");
        assertThat(admit("XA-1", certificate("XA-1", "as4"), null)).isEqualTo("tls-mismatch");
    }

    @Test
    void certificates_that_have_expired() {
        CLOCK.forward(Duration.ofDays(20_000));
        try {
            assertThat(admit("XA-1", certificate("XA-1", "as4"), certificate("XA-1", "tls")))
                    .isEqualTo("expired-certificate");
            var parcel = parcel(PracticeSeal.seal("XA-1", request().act()));
            var before = withoutLedger();

            var refusal = catchThrowableOfType(Refusal.class, () -> receive(parcel));

            assertThat(refusal.code()).isEqualTo("expired-seal");
            // Decades on, the outbox gives its own waiting rows up and writes that down; the door stores nothing.
            assertThat(withoutLedger()).isEqualTo(before);
        } finally {
            CLOCK.forward(Duration.ofDays(-20_000));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Validity.class,
            names = {"REVOKED", "LAPSED"})
    void an_entry_that_is_revoked_or_lapsed(Validity standing) {
        var code = "directory-" + standing.name().toLowerCase(java.util.Locale.ROOT);
        var parcel = parcel(PracticeSeal.seal("XA-1", request().act()));
        WORLD.standing("XA-1", standing);

        assertRefused(code, parcel);
        assertThat(admit("XA-1", certificate("XA-1", "as4"), certificate("XA-1", "tls")))
                .isEqualTo(code);
    }

    @Test
    void in_grace_nothing_new_and_what_is_known_goes_on() throws Exception {
        var known = opened();
        WORLD.standing("XA-1", Validity.GRACE);

        assertRefused(
                "directory-grace", parcel(PracticeSeal.seal("XA-1", request().act())));
        receive(parcel(PracticeSeal.seal(
                "XA-1", following(known, "complete", "requesting").act())));
    }

    @Test
    void not_for_this_node() {
        byte[] container = PracticeSeal.seal("XA-1", request().act());
        byte[] forOther = PracticeSeal.of("XA-1").encrypt(container, List.of(PracticeWorld.recipient("XC-1")));
        byte[] changed = parcel(container).ageFile();
        changed[changed.length - 5] ^= 1;

        assertRefused("not-for-us", parcelOf(Action.ACT, forOther));
        assertRefused("not-for-us", parcelOf(Action.ACT, "no age file".getBytes(UTF_8)));
        assertRefused("not-for-us", parcelOf(Action.ACT, changed));
        assertRefused("wrong-address", new Parcel(Action.ACT, "XA-1", "XC-1", "t", forOther, null));
    }

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

    @Test
    void entries_that_are_none_or_not_the_senders() throws Exception {
        var opened = opened();
        var entry = CanonicalJson.read(
                b.threads().entries(opened.envelope().thread(), 0).getFirst().json());

        assertRefused("field", json(Action.ENTRY, Map.of("entries", List.of())));
        assertRefused("field", json(Action.ENTRY, Map.of("entries", java.util.Collections.nCopies(101, entry))));
        assertRefused("json", parcelOf(Action.ENTRY, age("nothing".getBytes(UTF_8))));
        assertRefused(
                "not-a-party",
                new Parcel(
                        Action.ENTRY,
                        "XC-1",
                        "XB-1",
                        "t",
                        age(CanonicalJson.write(Map.of("entries", List.of(entry)))),
                        null));
    }

    @Test
    void a_message_is_told_once_and_within_its_length() throws Exception {
        var thread = opened().envelope().thread();

        receive(json(Action.MESSAGE, message(thread, "m-1", "x".repeat(4000))));
        receive(json(Action.MESSAGE, message(thread, "m-1", "x".repeat(4000))));

        assertThat(b.events)
                .filteredOn(
                        it -> it instanceof MessageArrived told && told.text().length() == 4000)
                .hasSize(1);
        assertRefused("field", json(Action.MESSAGE, message(thread, "m-2", "x".repeat(4001))));
        assertRefused("fields", json(Action.MESSAGE, Map.of("text", "x")));
        assertRefused(
                "unknown-thread", json(Action.MESSAGE, message("00000000-0000-0000-0000-000000000009", "m-3", "x")));
        assertRefused(
                "not-a-party",
                new Parcel(
                        Action.MESSAGE,
                        "XC-1",
                        "XB-1",
                        "t",
                        age(CanonicalJson.write(message(thread, "m-4", "x"))),
                        null));
    }

    @Test
    void ids_of_messages_are_forgotten_when_no_sender_repeats_them_any_more() throws Exception {
        receive(json(Action.MESSAGE, message(opened().envelope().thread(), "m-old", "x")));
        b.get(ForgettingMessages.class).forget();
        assertThat(b.count("exchange.seen_message")).isPositive();

        CLOCK.forward(Duration.ofDays(15));
        try {
            b.get(ForgettingMessages.class).forget();
        } finally {
            CLOCK.forward(Duration.ofDays(-15));
        }

        assertThat(b.count("exchange.seen_message")).isZero();
    }

    @Test
    void the_other_party_may_fetch_entries_and_nobody_else() throws Exception {
        var opened = opened();
        var thread = opened.envelope().thread();
        b.db().sql("update exchange.outbox set status = 'DELIVERED', settled_at = created_at")
                .update();

        receive(json(Action.FETCH, Map.of("after", 0, "thread", thread)));

        assertThat(entriesWaitingFor(opened)).isEqualTo(1);
        assertRefused("field", json(Action.FETCH, Map.of("after", -1, "thread", thread)));
        assertRefused(
                "not-a-party",
                new Parcel(
                        Action.FETCH,
                        "XC-1",
                        "XB-1",
                        "t",
                        age(CanonicalJson.write(Map.of("after", 0, "thread", thread))),
                        null));
    }

    @Test
    void entries_are_fetched_from_the_keeper_and_from_nobody_else() {
        var thread = ours().act().envelope().thread();

        assertRefused("not-the-keeper", json(Action.FETCH, Map.of("after", 0, "thread", thread)));
    }

    @Test
    void acts_of_ours_come_back_after_a_restore_and_not_otherwise() {
        var known = ours();
        var lost = PracticeActs.request("XB-1", "XA-1").act();

        assertRefused("not-the-author", parcel(PracticeSeal.seal("XB-1", lost)));
        assertRefused("not-the-author", parcel(known.container()));
    }

    @Test
    void a_fault_in_what_follows_from_an_act_refuses_nothing_and_is_made_good_in_order() throws Exception {
        var follower = b.get(PracticeFollower.class);
        var opening = request().act();
        var thread = opening.envelope().thread();
        follower.broken = true;
        try {
            receive(parcel(PracticeSeal.seal("XA-1", opening)));
            assertThat(entriesWaitingFor(opening)).isEqualTo(1);
            MakingGoodNow.in(b);
            assertThat(behind(thread)).as("it fails again").isEqualTo(1);
        } finally {
            follower.broken = false;
        }
        var later = following(opening, "complete", "requesting").act();
        receive(parcel(PracticeSeal.seal("XA-1", later)));
        assertThat(followed(follower, thread))
                .as("it waits for what came before")
                .isEmpty();

        CLOCK.forward(Duration.ofHours(2));
        try {
            MakingGoodNow.in(b);
        } finally {
            CLOCK.forward(Duration.ofHours(-2));
        }

        assertThat(followed(follower, thread))
                .extracting(it -> it.act().id() + " " + (it.before() == null) + " "
                        + it.state().name())
                .containsExactly(opening.id() + " true request", later.id() + " false complete");
        assertThat(behind(thread)).isZero();
    }

    private static int behind(String thread) {
        return b.db().sql("select count(*) from thread.behind where thread = :thread")
                .param("thread", thread)
                .query(Integer.class)
                .single();
    }

    private static List<ActRegistered> followed(PracticeFollower follower, String thread) {
        return follower.followed.stream()
                .filter(it -> it.thread().id().equals(thread))
                .toList();
    }

    /** An opening act of this node, whose register XA-1 keeps. */
    private static SealedAct ours() {
        var sealed = b.seal(PracticeActs.request("XB-1", "XA-1").act());
        b.get(TransactionTemplate.class)
                .executeWithoutResult(it -> b.get(ThreadKeeping.class).keepOwn(sealed));
        return sealed;
    }

    @Test
    void practice_is_for_oneself() {
        assertRefused(
                "unknown-action",
                parcelOf(Action.WARM, age(PracticeSeal.seal("XA-1", request().act()))));
    }

    @Test
    void what_is_carried_unsealed_in_a_bag_passes_the_same_checks() throws Exception {
        var door = b.get(Door.class);
        var act = request().act();
        byte[] container = PracticeSeal.seal("XA-1", act);
        long before = b.count("thread.act");

        assertThat(carried(Action.ACT, "XQ-1", container)).isEqualTo("unknown-sender");
        assertThat(carried(Action.ACT, "XC-1", container)).isEqualTo("not-the-author");
        assertThat(carried(Action.MESSAGE, "XA-1", container)).isEqualTo("unknown-action");
        assertThat(carried(Action.ACT, "XA-1", new byte[64 << 20])).isEqualTo("oversized");
        assertThat(b.count("thread.act")).isEqualTo(before);

        door.carried(Action.ACT, "XA-1", container);
        door.carried(Action.ACT, "XA-1", container);
        assertThat(b.threads().act(act.id()))
                .hasValueSatisfying(it -> assertThat(it.n()).isEqualTo(1L));
        assertThat(b.count("thread.act")).isEqualTo(before + 1);
    }

    private static String carried(Action action, String from, byte[] plain) {
        return catchThrowableOfType(Refusal.class, () -> b.get(Door.class).carried(action, from, plain))
                .code();
    }

    private static PracticeActs request() {
        return PracticeActs.request("XA-1", "XB-1");
    }

    private static PracticeActs following(Act opening, String type, String role) {
        return PracticeActs.following(opening, type, "XA-1", "XB-1", role);
    }

    private static Act opened() throws Exception {
        var act = request().act();
        receive(parcel(PracticeSeal.seal("XA-1", act)));
        return act;
    }

    private static Map<String, Object> message(String thread, String id, String text) {
        return Map.of("id", id, "text", text, "thread", thread, "time", "2027-03-01T12:00:00Z");
    }

    private static byte[] sealedWith(String file, String content) {
        var files = ExchangeNode.files(request().act());
        files.put(file, content.getBytes(UTF_8));
        return PracticeSeal.of("XA-1").seal(files);
    }

    private static byte[] age(byte[] plain) {
        return PracticeSeal.of("XA-1").encrypt(plain, List.of(PracticeWorld.recipient("XB-1")));
    }

    private static Parcel parcel(byte[] container) {
        return parcelOf(Action.ACT, age(container));
    }

    private static Parcel together(List<byte[]> ageFiles) {
        return new Parcel(Action.ACT, "XA-1", "XB-1", "t", ageFiles, null);
    }

    private static Parcel json(Action action, Map<String, Object> json) {
        return parcelOf(action, age(CanonicalJson.write(json)));
    }

    private static Parcel parcelOf(Action action, byte[] ageFile) {
        return new Parcel(action, "XA-1", "XB-1", "t", ageFile, null);
    }

    private static void receive(Parcel parcel) throws Refusal {
        b.get(Door.class).receive(parcel);
    }

    private static String admit(String from, X509Certificate as4, X509Certificate tls) {
        var refusal =
                catchThrowableOfType(Refusal.class, () -> b.get(Door.class).admit(from, as4, tls));
        return refusal == null ? null : refusal.code();
    }

    private static X509Certificate certificate(String id, String alias) {
        return PracticeWorld.certificate(id, alias);
    }

    private static int entriesWaitingFor(Act act) {
        return b.db().sql("""
                        select count(*) from exchange.outbox
                         where action = 'ENTRY' and status = 'QUEUED' and thread = :thread
                        """)
                .param("thread", act.envelope().thread())
                .query(Integer.class)
                .single();
    }

    private static java.util.Map<String, Long> withoutLedger() {
        var stored = new java.util.TreeMap<>(b.stored());
        stored.remove("ledger");
        return stored;
    }

    private static void assertRefused(String code, Parcel parcel) {
        var before = b.stored();

        var refusal = catchThrowableOfType(Refusal.class, () -> receive(parcel));

        assertThat(refusal).as("refused with " + code).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(b.stored()).isEqualTo(before);
        assertThat(b.get(RefusalCounts.class).counts()).containsKey(code);
    }
}
