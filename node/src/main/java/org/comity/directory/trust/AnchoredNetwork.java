package org.comity.directory.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.comity.directory.Network;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The root that this node was given at its key ceremony, or a network of its own alone when it was given none. */
@Component
class AnchoredNetwork {

    private final @Nullable Network root;
    private final String id;

    AnchoredNetwork(
            DirectorySettings settings,
            @Value("${node.id}") String node,
            @Value("${node.practice:false}") boolean practice) {
        this.root = read(settings);
        this.id = root == null ? alone(node, practice) : root.id();
        if (settings.fingerprint() != null && !settings.fingerprint().equals(id)) {
            throw new IllegalStateException("the directory's root is not the one of node.directory.fingerprint");
        }
        if (root != null && root.practice() != practice) {
            throw new IllegalStateException("node.practice differs from the directory's root");
        }
    }

    String id() {
        return id;
    }

    @Nullable
    Network root() {
        return root;
    }

    private static @Nullable Network read(DirectorySettings settings) {
        var file = settings.root() == null ? settings.folder().resolve("root.json") : settings.root();
        if (settings.root() == null && !Files.exists(file)) {
            return null;
        }
        try {
            return Network.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Malformed e) {
            throw new IllegalStateException("not a directory's root [%s]".formatted(file), e);
        }
    }

    private static String alone(String node, boolean practice) {
        return Digests.sha256(
                CanonicalJson.write(Map.of("format", "comity-alone/1", "node", node, "practice", practice)));
    }
}
