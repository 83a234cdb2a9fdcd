package org.comity.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.comity.database.PracticeDatabase;
import org.comity.evidence.Item;
import org.comity.evidence.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RemovingBytesTest {

    @Test
    void a_hundred_items_that_cannot_go_keep_back_none_of_the_others() throws Exception {
        var rows = new ItemRows(JdbcClient.create(PracticeDatabase.fresh("evidence")));
        var stuck = new ArrayList<UUID>();
        for (int i = 0; i < 110; i++) stuck.add(givenUp(rows));
        var goes = givenUp(rows);
        var vault = mock(Vault.class);
        var removed = new HashSet<UUID>();
        doAnswer(it -> {
                    UUID item = it.getArgument(0);
                    if (stuck.contains(item)) throw new IllegalStateException("the store holds it by a lock");
                    return removed.add(item);
                })
                .when(vault)
                .remove(any());
        when(vault.payload(any())).thenThrow(new NoSuchFileException("none is being added"));
        var removing = new RemovingBytes(rows, vault, mock(RecordingCustody.class));

        for (int turn = 0; turn < 200 && removed.isEmpty(); turn++) removing.turn();

        assertThat(removed).isEqualTo(new HashSet<>(List.of(goes)));
    }

    private static UUID givenUp(ItemRows rows) {
        var item = new Item(
                UUID.randomUUID(),
                "disk.img",
                "",
                "application/octet-stream",
                null,
                null,
                Item.State.GIVEN_UP,
                Instant.EPOCH,
                "pia",
                false,
                null,
                null);
        rows.add(item);
        return item.id();
    }
}
