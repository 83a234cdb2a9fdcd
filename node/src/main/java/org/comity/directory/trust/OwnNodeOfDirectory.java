package org.comity.directory.trust;

import java.time.ZoneId;
import org.comity.directory.Directory;
import org.comity.ui.OwnNode;
import org.springframework.stereotype.Component;

/** Names our own State and node as our entry does. */
@Component
class OwnNodeOfDirectory implements OwnNode {

    private final Directory directory;

    OwnNodeOfDirectory(Directory directory) {
        this.directory = directory;
    }

    @Override
    public String node() {
        return directory.self().id();
    }

    @Override
    public String code() {
        return directory.self().state().code();
    }

    @Override
    public String name(String language) {
        return directory.self().name(language);
    }

    @Override
    public String capital(String language) {
        return directory.self().capital(language);
    }

    @Override
    public ZoneId zone() {
        return directory.self().zone();
    }

    @Override
    public boolean ofState() {
        return directory.self().kind().authority();
    }
}
