package org.comity.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.comity.identity.IdentityNode;
import org.comity.identity.person.Persons;
import org.comity.vocabulary.Duty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = IdentityNode.class)
@Import(SecretsTest.SettableTime.class)
class SecretsTest {

    private static final String PASSWORD = "correct horse battery staple";

    @Autowired
    private Secrets secrets;

    @Autowired
    private ApplicationContext node;

    @Autowired
    private SecretRows rows;

    @Autowired
    private Persons persons;

    @Autowired
    private Hand hand;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String person = "p-" + UUID.randomUUID().toString().substring(0, 8);
    private final String address = "192.0.2." + UUID.randomUUID();
    private byte[] secret;

    @BeforeEach
    void enrolled() {
        persons.add(person, "A. Person", Set.of(Duty.DUTY_OFFICER));
        secret = secrets.newSecret();
        secrets.password(person, PASSWORD);
        secrets.enrol(person, secret, code());
        hand.forward(Duration.ofSeconds(60));
    }

    @Test
    void password_and_code_prove_the_person() {
        assertThatCode(() -> secrets.prove(person, PASSWORD, code(), address)).doesNotThrowAnyException();
    }

    @Test
    void a_code_counts_once() {
        var code = code();
        secrets.prove(person, PASSWORD, code, address);
        refused("sign-in.refused", person, PASSWORD, code);
        hand.forward(Duration.ofSeconds(30));
        assertThatCode(() -> secrets.prove(person, PASSWORD, code(), address)).doesNotThrowAnyException();
    }

    @Test
    void a_code_is_used_up_even_when_the_act_is_rolled_back() {
        var code = code();
        new TransactionTemplate(transactions).executeWithoutResult(it -> {
            secrets.prove(person, PASSWORD, code, null);
            it.setRollbackOnly();
        });
        refused("sign-in.refused", person, PASSWORD, code);
    }

    @Test
    void every_wrong_thing_is_answered_alike() {
        refused("sign-in.refused", person, "another password", code());
        refused("sign-in.refused", person, PASSWORD, "000000".equals(code()) ? "000001" : "000000");
        refused("sign-in.refused", "nobody-here", PASSWORD, code());
        refused("sign-in.refused", person, "x".repeat(201), code());
    }

    @Test
    void a_leaver_proves_nothing() {
        persons.active(person, false);
        refused("sign-in.refused", person, PASSWORD, code());
    }

    @Test
    void who_fails_from_outside_keeps_nobody_who_is_signed_in_from_approving() {
        failing(5);
        refused("sign-in.wait", person, PASSWORD, code());

        assertThatCode(() -> secrets.prove(person, PASSWORD, code(), null)).doesNotThrowAnyException();

        refused("sign-in.wait", person, PASSWORD, code());
    }

    @Test
    void who_is_signed_in_may_not_guess_without_end_either() {
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(SignInRefused.class)
                    .isThrownBy(() -> secrets.prove(person, "wrong", code(), null));
        }

        assertThatExceptionOfType(SignInRefused.class)
                .isThrownBy(() -> secrets.prove(person, PASSWORD, code(), null))
                .satisfies(it -> assertThat(it.code()).isEqualTo("sign-in.wait"));
    }

    @Test
    void after_five_failures_the_person_waits_and_longer_each_time() {
        failing(5);
        refused("sign-in.wait", person, PASSWORD, code());

        hand.forward(Duration.ofSeconds(59));
        refused("sign-in.wait", person, PASSWORD, code());
        hand.forward(Duration.ofSeconds(1));
        refused("sign-in.refused", person, "wrong", code());

        hand.forward(Duration.ofSeconds(119));
        refused("sign-in.wait", person, PASSWORD, code());
        hand.forward(Duration.ofSeconds(1));
        assertThatCode(() -> secrets.prove(person, PASSWORD, code(), address)).doesNotThrowAnyException();
    }

    @Test
    void four_failures_cost_nothing_and_success_forgives_them() {
        failing(4);
        secrets.prove(person, PASSWORD, code(), address);
        hand.forward(Duration.ofSeconds(60));
        failing(4);
        assertThatCode(() -> secrets.prove(person, PASSWORD, code(), address)).doesNotThrowAnyException();
    }

    @Test
    void failures_count_even_when_the_caller_rolls_back() {
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(SignInRefused.class)
                    .isThrownBy(() -> new TransactionTemplate(transactions)
                            .executeWithoutResult(it -> secrets.prove(person, "wrong", code(), address)));
        }
        refused("sign-in.wait", person, PASSWORD, code());
    }

    @Test
    void an_address_that_tries_many_names_waits() {
        for (int i = 0; i < 20; i++) {
            refused("sign-in.refused", "name-" + i, PASSWORD, "123456");
        }
        refused("sign-in.wait", person, PASSWORD, code());
        assertThatCode(() -> secrets.prove(person, PASSWORD, code(), "198.51.100.7"))
                .doesNotThrowAnyException();
    }

    /** The others here are of the same kind, and soon checked. */
    @Test
    void a_password_is_kept_by_argon2id_with_sixteen_megabytes_and_two_passes() {
        var shipped = node.getBean("passwordsAndCodes", Secrets.class);
        shipped.password(person, PASSWORD);
        assertThat(rows.find(person).orElseThrow().password()).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
        assertThatCode(() -> shipped.prove(person, PASSWORD, code(), address)).doesNotThrowAnyException();
    }

    @Test
    void a_password_has_twelve_characters() {
        assertThatExceptionOfType(SignInRefused.class).isThrownBy(() -> secrets.password(person, "x".repeat(11)));
        assertThatCode(() -> secrets.password(person, "x".repeat(12))).doesNotThrowAnyException();
    }

    private void failing(int times) {
        for (int i = 0; i < times; i++) {
            refused("sign-in.refused", person, "wrong", code());
        }
    }

    private void refused(String code, String who, String password, String oneTime) {
        assertThatExceptionOfType(SignInRefused.class)
                .isThrownBy(() -> secrets.prove(who, password, oneTime, address))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    private String code() {
        return Totp.code(secret, hand.instant().getEpochSecond() / 30, 6);
    }

    /** A clock that the test sets. */
    static class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-24T13:47:10Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class SettableTime {

        @Bean
        @Primary
        Hand hand() {
            return new Hand();
        }

        @Bean
        @Primary
        Secrets quick(SecretRows rows, FailedAttempts attempts, Clock clock, UnpooledConnections apart) {
            var encoder = new Argon2PasswordEncoder(16, 32, 1, 64, 1);
            return new PasswordsAndCodes(rows, attempts, clock, apart, encoder);
        }
    }
}
