package dandori.policy.limit;

import dandori.policy.Admission;

/** An admission that goes by what organizations are entitled to. */
public interface Shared extends Admission {

    /** The same with other shares; all are equal at first. */
    Admission with(Shares shares);
}
