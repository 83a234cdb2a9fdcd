package org.comity.operator;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.comity.ui.OwnNode;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Names no State for the operator's pages: they show UTC. */
@Profile("operator")
@Component
class OwnNodeOfOperator implements OwnNode {

    @Override
    public String node() {
        return "OP-1";
    }

    @Override
    public String code() {
        return "OP";
    }

    @Override
    public String name(String language) {
        return "Comity";
    }

    @Override
    public String capital(String language) {
        return "UTC";
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }
}
