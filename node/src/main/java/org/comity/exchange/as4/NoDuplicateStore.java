package org.comity.exchange.as4;

import com.helger.base.state.EChange;
import com.helger.base.state.EContinue;
import com.helger.collection.commons.CommonsArrayList;
import com.helger.collection.commons.ICommonsList;
import com.helger.phase4.duplicate.IAS4DuplicateItem;
import com.helger.phase4.duplicate.IAS4DuplicateManager;
import com.helger.phase4.mgr.AS4ManagerFactoryInMemory;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Keeps phase4 from remembering the id of each message for ever, whatever the partner's profile says, and before anybody has checked who sent it. What came before, the door knows by act hash.
 */
final class NoDuplicateStore extends AS4ManagerFactoryInMemory {

    @Override
    public IAS4DuplicateManager createDuplicateManager() {
        return new IAS4DuplicateManager() {
            @Override
            public boolean isEmpty() {
                return true;
            }

            @Override
            public int size() {
                return 0;
            }

            @Override
            public @Nullable IAS4DuplicateItem getItemOfMessageID(@Nullable String id) {
                return null;
            }

            @Override
            public ICommonsList<IAS4DuplicateItem> getAll() {
                return new CommonsArrayList<>();
            }

            @Override
            public EContinue registerAndCheck(@Nullable String id, @Nullable String profile, @Nullable String pmode) {
                return EContinue.CONTINUE;
            }

            @Override
            public EChange clearCache() {
                return EChange.UNCHANGED;
            }

            @Override
            public ICommonsList<String> evictAllItemsBefore(OffsetDateTime before) {
                return new CommonsArrayList<>();
            }
        };
    }
}
