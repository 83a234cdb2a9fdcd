package org.comity.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.comity.identity.IdentityNode;
import org.comity.identity.person.Persons;
import org.comity.vocabulary.Duty;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** As many approve by password at once as the pool has connections, each in the transaction of an act. */
@SpringBootTest(classes = IdentityNode.class, properties = "spring.datasource.hikari.maximum-pool-size=2")
class SecretsInSmallPoolTest {

    private static final int CONNECTIONS = 2;
    private static final String PASSWORD = "correct horse battery staple";

    @Autowired
    private Secrets secrets;

    @Autowired
    private SecretRows rows;

    @Autowired
    private Persons persons;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @Test
    void nobody_waits_for_a_connection_that_another_who_approves_holds() throws Exception {
        var all = new CyclicBarrier(CONNECTIONS);
        var approving = new ArrayList<Callable<Boolean>>();
        for (int n = 0; n < CONNECTIONS; n++) approving.add(one(all));
        List<Future<Boolean>> approved;
        try (var together = Executors.newFixedThreadPool(CONNECTIONS)) {
            approved = together.invokeAll(approving, 60, TimeUnit.SECONDS);
        }

        for (var each : approved) assertThat(each.get()).isTrue();
    }

    private Callable<Boolean> one(CyclicBarrier all) {
        var person = "p-" + UUID.randomUUID().toString().substring(0, 8);
        persons.add(person, "A. Person", Set.of(Duty.DUTY_OFFICER));
        var secret = secrets.newSecret();
        secrets.password(person, PASSWORD);
        rows.secret(person, secret, 0);
        var transaction = new TransactionTemplate(transactions);
        return () -> Boolean.TRUE.equals(transaction.execute(_ -> {
            try {
                all.await(60, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            var code = Totp.code(secret, clock.instant().getEpochSecond() / 30, 6);
            secrets.prove(person, PASSWORD, code, null);
            return true;
        }));
    }
}
