package org.comity.casework;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Ends the seats that a class of tests gave. The classes share one node, and what goes to an authority that reads from a
 * seat goes by no letter: the next class would find no letter to post.
 */
class EmptySeats implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        SpringExtension.getApplicationContext(context)
                .getBean(JdbcClient.class)
                .sql("update cooperation.seat set ended_at = now() where ended_at is null")
                .update();
    }
}
