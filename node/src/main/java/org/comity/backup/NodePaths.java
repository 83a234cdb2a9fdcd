package org.comity.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.comity.database.NodeDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Names where a node's files and its database lie.
 *
 * @param disk where a disk that somebody carries is mounted: what lies there is no file of the node
 * @param bucket to which whole items of evidence are handed on, of a store that is backed up by its own means
 * @param url of one's own PostgreSQL; null for the database that the node brings along
 */
record NodePaths(
        String node,
        Path config,
        Path home,
        Path keys,
        Path directory,
        Path evidence,
        Path disk,
        @Nullable String bucket,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password) {

    NodeDatabase database() throws IOException {
        return url == null ? NodeDatabase.under(home) : NodeDatabase.of(url, user, password);
    }
}
