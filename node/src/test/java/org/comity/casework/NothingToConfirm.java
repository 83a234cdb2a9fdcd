package org.comity.casework;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Takes off the desk what a class of tests left to be confirmed. The classes share one node, and a desk shows the fifty that
 * have waited longest: the next class would not find its own.
 */
class NothingToConfirm implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        SpringExtension.getApplicationContext(context)
                .getBean(JdbcClient.class)
                .sql(
                        "update cooperation.confirmation set outcome = 'RECALLED', decided_at = now() where outcome = 'AWAITED'")
                .update();
    }
}
