package org.comity.identity.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.comity.database.WaitingForLock;
import org.comity.identity.IdentityNode;
import org.comity.identity.SoftPasskey;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.ApiTokens;
import org.comity.ui.DeskNotices;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(classes = IdentityNode.class)
@AutoConfigureMockMvc
public class MeTest {

    private static final Pattern CHALLENGE = Pattern.compile("&#34;challenge&#34;:&#34;([\\w-]+)");

    @Autowired
    private MockMvc web;

    @Autowired
    private NewWaysNotice notice;

    @Autowired
    private Persons persons;

    @Autowired
    private Passkeys passkeys;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private ChangingMyself myself;

    @Autowired
    private ProvingAgain proving;

    @Autowired
    private TransactionTemplate inTransaction;

    @Autowired
    private JdbcClient db;

    @AfterEach
    void asBefore() {
        persons.active("sorane", true);
        tokens.revokeAll("sorane");
        passkeys.removeAll("sorane");
    }

    /** One place keeps them; this page leads there. */
    @Test
    void colours_and_keys_are_chosen_on_the_page_of_choices() throws Exception {
        assertThat(me(seated())).contains("href=\"/choices\"").doesNotContain("name=\"theme\"", "name=\"keys\"");
    }

    @Test
    void a_token_opens_the_api_as_bearer_or_basic() throws Exception {
        var token = made();
        api("Bearer " + token).andExpect(content().string("L. Sorane"));
        api(basic("sorane", token)).andExpect(content().string("L. Sorane"));
    }

    @Test
    void the_api_refuses_what_is_not_a_token_of_that_person() throws Exception {
        var token = made();
        api("Bearer " + token + "x").andExpect(status().isUnauthorized());
        api(basic("maren", token)).andExpect(status().isUnauthorized());
        api("Bearer ").andExpect(status().isUnauthorized());
        api("Basic %%%").andExpect(status().isUnauthorized());
        api("Digest x").andExpect(status().isUnauthorized());
    }

    @Test
    void a_session_does_not_open_the_api() throws Exception {
        web.perform(get("/api/test").cookie(seated())).andExpect(status().isUnauthorized());
    }

    @Test
    void a_revoked_token_and_a_leavers_token_open_nothing() throws Exception {
        var token = made();
        persons.active("sorane", false);
        api("Bearer " + token).andExpect(status().isUnauthorized());
        persons.active("sorane", true);
        web.perform(post("/me/tokens/revoke")
                .with(user("maren"))
                .with(csrf())
                .param("id", tokens.of("sorane").getFirst().id()));
        api("Bearer " + token).andExpect(status().isOk());
        web.perform(post("/me/tokens/revoke")
                .with(user("sorane"))
                .with(csrf())
                .param("id", tokens.of("sorane").getFirst().id()));
        api("Bearer " + token).andExpect(status().isUnauthorized());
    }

    @Test
    void twenty_tokens_and_no_more() throws Exception {
        for (int i = 0; i < ApiTokens.MOST_PER_PERSON; i++) {
            assertThat(tokens.create("sorane", "n")).isPresent();
        }
        assertThat(tokens.create("sorane", "n")).isEmpty();
    }

    @Test
    void the_last_way_in_stays() throws Exception {
        var sorane = persons.find("sorane").orElseThrow();
        var one = new SoftPasskey();
        passkeys.register(sorane, new byte[32], "one", one.created(new byte[32]));
        var here = seated();
        prove(here, "remove:" + id("sorane"), one).andExpect(status().isFound());
        posted(here, "/me/passkeys/remove", "id", id("sorane")).andExpect(status().isConflict());
        passkeys.register(sorane, new byte[32], "two", new SoftPasskey().created(new byte[32]));
        posted(here, "/me/passkeys/remove", "id", id("sorane")).andExpect(status().isFound());
        assertThat(passkeys.of("sorane"))
                .singleElement()
                .satisfies(it -> assertThat(it.label()).isEqualTo("two"));
    }

    @Test
    void two_removals_at_once_leave_a_way_in() throws Exception {
        var sorane = persons.find("sorane").orElseThrow();
        passkeys.register(sorane, new byte[32], "one", new SoftPasskey().created(new byte[32]));
        passkeys.register(sorane, new byte[32], "two", new SoftPasskey().created(new byte[32]));
        var keys = passkeys.of("sorane");
        try (var second = Executors.newSingleThreadExecutor()) {
            var refused = inTransaction.execute(removing -> {
                myself.removePasskey(sorane.official(), keys.getFirst().credential());
                var other = second.submit(() ->
                        myself.removePasskey(sorane.official(), keys.getLast().credential()));
                await().until(() -> other.isDone() || WaitingForLock.anybody(db));
                return other;
            });

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(refused::get)
                    .withCauseInstanceOf(LastWayIn.class);
        }
        assertThat(passkeys.of("sorane")).hasSize(1);
    }

    @Test
    void another_persons_passkey_is_out_of_reach() throws Exception {
        var sorane = persons.find("sorane").orElseThrow();
        passkeys.register(sorane, new byte[32], "hers", new SoftPasskey().created(new byte[32]));
        var id = id("sorane");
        web.perform(post("/me/passkeys/name")
                .with(user("maren"))
                .with(csrf())
                .param("id", id)
                .param("label", "mine"));
        assertThat(passkeys.of("sorane").getFirst().label()).isEqualTo("hers");
    }

    /** Somebody else at a browser that was left open. */
    @Test
    void another_way_to_sign_in_takes_proof_of_one_that_is_there() throws Exception {
        var sorane = persons.find("sorane").orElseThrow();
        var hers = new SoftPasskey();
        var theirs = new SoftPasskey();
        passkeys.register(sorane, new byte[32], "hers", hers.created(new byte[32]));
        var here = seated();

        assertThat(me(here)).contains("/me/prove?change=passkey").doesNotContain("action=\"/me/passkeys\"");
        posted(here, "/me/passkeys", "assertion", theirs.created(new byte[32])).andExpect(status().isConflict());
        posted(here, "/me/password", "password", "long enough, and theirs").andExpect(status().isConflict());
        posted(here, "/me/tokens", "name", "a program").andExpect(status().isConflict());
        assertThat(prove(here, "passkey", theirs).andReturn().getResponse().getStatus())
                .isNotEqualTo(302);
        assertThat(me(here)).doesNotContain("action=\"/me/passkeys\"");

        prove(here, "passkey", hers).andExpect(status().isFound());
        assertThat(me(here)).contains("action=\"/me/passkeys\"").contains("/me/prove?change=token");
        posted(here, "/me/tokens", "name", "a program").andExpect(status().isConflict());
        posted(here, "/me/passkeys", "assertion", theirs.created(challenge(me(here))))
                .andExpect(status().isFound());
        assertThat(passkeys.of("sorane")).hasSize(2);
        posted(here, "/me/passkeys", "assertion", new SoftPasskey().created(new byte[32]))
                .andExpect(status().isConflict());
        assertThat(notice.notices(sorane.official()))
                .extracting(DeskNotices.Notice::n)
                .containsExactly(1);
    }

    @Test
    void a_passkey_is_taken_away_with_proof_for_this_one_and_a_token_made_with_proof() throws Exception {
        var sorane = persons.find("sorane").orElseThrow();
        var hers = new SoftPasskey();
        passkeys.register(sorane, new byte[32], "one", hers.created(new byte[32]));
        passkeys.register(sorane, new byte[32], "two", new SoftPasskey().created(new byte[32]));
        var here = seated();
        var one = id(passkeys.of("sorane").getFirst().credential());
        var two = id(passkeys.of("sorane").getLast().credential());

        posted(here, "/me/passkeys/remove", "id", two).andExpect(status().isConflict());
        prove(here, "remove:" + one, hers).andExpect(status().isFound());
        posted(here, "/me/passkeys/remove", "id", two).andExpect(status().isConflict());
        assertThat(passkeys.of("sorane")).hasSize(2);
        prove(here, "remove:" + two, hers).andExpect(status().isFound());
        posted(here, "/me/passkeys/remove", "id", two).andExpect(status().isFound());
        assertThat(passkeys.of("sorane"))
                .singleElement()
                .satisfies(it -> assertThat(it.label()).isEqualTo("one"));

        prove(here, "token", hers).andExpect(status().isFound());
        posted(here, "/me/tokens", "name", " ").andExpect(status().isConflict());
        posted(here, "/me/tokens", "name", "x".repeat(61)).andExpect(status().isConflict());
        posted(here, "/me/tokens", "name", "backup of the registry").andExpect(status().isFound());
        assertThat(me(here)).contains("<bdi>backup of the registry</bdi>");
        assertThat(tokens.of("sorane")).hasSize(1);
    }

    /** The browser posts the hash of another page: what was signed for one change does not serve another. */
    @Test
    void what_a_passkey_signed_for_one_change_proves_no_other() throws Exception {
        var hers = new SoftPasskey();
        passkeys.register(persons.find("sorane").orElseThrow(), new byte[32], "hers", hers.created(new byte[32]));
        var here = seated();
        hers.counter++;
        var signed = hers.asserted(challenge(page(here, "/me/prove?change=token")));

        assertThat(proving(here, "passkey", signed).andReturn().getResponse().getStatus())
                .isNotEqualTo(302);
        assertThat(me(here)).doesNotContain("action=\"/me/passkeys\"");
    }

    @Test
    void two_presses_at_once_have_one_proof_between_them() throws Exception {
        var sorane = persons.find("sorane").orElseThrow();
        passkeys.register(sorane, new byte[32], "hers", new SoftPasskey().created(new byte[32]));
        var session = new MockHttpSession();
        proving.byButton(session, OwnChange.TOKEN);
        var same = new MockHttpSession();
        same.setAttribute("proven-again", session.getAttribute("proven-again"));
        var done = new AtomicInteger();
        try (var second = Executors.newSingleThreadExecutor()) {
            var refused = inTransaction.execute(first -> {
                proving.with(sorane.official(), session, OwnChange.TOKEN, done::incrementAndGet);
                var other = second.submit(
                        () -> proving.with(sorane.official(), same, OwnChange.TOKEN, done::incrementAndGet));
                await().until(() -> other.isDone() || WaitingForLock.anybody(db));
                return other;
            });

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(refused::get)
                    .withCauseInstanceOf(ProvingAgain.ProofMissing.class);
        }
        assertThat(done).hasValue(1);
    }

    @Test
    void a_passkey_without_a_name_says_so_and_when_it_was_added() throws Exception {
        var made = new SoftPasskey();
        var here = seated();
        posted(here, "/me/passkeys", "assertion", made.created(challenge(me(here))))
                .andExpect(status().isFound());

        assertThat(me(here)).contains("No name · Added").doesNotContain("value=\"–\"");
        posted(here, "/me/passkeys/name", Map.of("id", id("sorane"), "label", "blue key"));
        assertThat(me(here)).contains("value=\"blue key\"").doesNotContain("No name");
    }

    private ResultActions prove(Cookie seat, String change, SoftPasskey key) throws Exception {
        key.counter++;
        return proving(seat, change, key.asserted(challenge(page(seat, "/me/prove?change=" + change))));
    }

    private ResultActions proving(Cookie seat, String change, String assertion) throws Exception {
        return posted(seat, "/me/prove", Map.of("change", change, "assertion", assertion));
    }

    private ResultActions posted(Cookie seat, String path, Map<String, String> fields) throws Exception {
        var form = post(path).cookie(seat).with(csrf());
        fields.forEach(form::param);
        return web.perform(form);
    }

    private String page(Cookie seat, String path) throws Exception {
        return web.perform(get(path).cookie(seat)).andReturn().getResponse().getContentAsString();
    }

    private static String id(byte[] credential) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(credential);
    }

    private String me(Cookie seat) throws Exception {
        return web.perform(get("/me").cookie(seat)).andReturn().getResponse().getContentAsString();
    }

    private ResultActions posted(Cookie seat, String path, String name, String value) throws Exception {
        return web.perform(post(path).cookie(seat).with(csrf()).param(name, value));
    }

    private static byte[] challenge(String page) {
        return Base64.getUrlDecoder()
                .decode(CHALLENGE
                        .matcher(page)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1));
    }

    @Test
    void other_sessions_end_and_this_one_stays() throws Exception {
        var here = seated();
        var there = seated();
        web.perform(post("/me/sessions/end").cookie(here).with(csrf()));
        web.perform(get("/me").cookie(there)).andExpect(status().isFound());
        web.perform(get("/me?lang=ar").cookie(here)).andExpect(status().isOk());
    }

    @Test
    void signing_out_ends_the_session() throws Exception {
        var here = seated();
        web.perform(post("/sign-out").cookie(here)).andExpect(status().isForbidden());
        web.perform(post("/sign-out").cookie(here).with(csrf())).andExpect(status().isFound());
        web.perform(get("/me").cookie(here)).andExpect(status().isFound());
    }

    private String made() throws Exception {
        var answer =
                web.perform(post("/me/tokens").with(user("sorane")).with(csrf()).param("name", "a program"));
        return String.valueOf(answer.andReturn().getFlashMap().get("token"));
    }

    private ResultActions api(String authorization) throws Exception {
        return web.perform(get("/api/test").header("Authorization", authorization));
    }

    private static String basic(String person, String token) {
        return "Basic " + Base64.getEncoder().encodeToString((person + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    private String id(String person) {
        return id(passkeys.of(person).getFirst().credential());
    }

    private Cookie seated() throws Exception {
        return Objects.requireNonNull(web.perform(get("/practice/sit/magistrate"))
                .andReturn()
                .getResponse()
                .getCookie("comity-XA-1"));
    }

    @RestController
    public static class Api {

        @GetMapping("/api/test")
        String who(Official by) {
            return by.name();
        }
    }
}
