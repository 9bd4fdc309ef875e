package dandori.sim;

import dandori.policy.Setting;
import dandori.policy.share.Account;

/** How many shares each organization of a run has. */
final class OrganizationShares {

    private final Setting setting;

    OrganizationShares(Setting setting) {
        this.setting = setting;
    }

    /** Those of an organization, by its index; 1 if it is not listed. */
    double of(int organization) {
        if (organization >= 0 && organization < setting.organizations().size()) {
            String name = setting.organizations().get(organization);
            for (Account account : setting.accounts().organizations()) {
                if (account.name().equals(name)) {
                    return account.shares();
                }
            }
        }
        return 1;
    }
}
