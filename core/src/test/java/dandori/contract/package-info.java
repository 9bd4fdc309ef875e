/**
 * What every part of a kind must do, whatever its idea: write {@code class … extends
 * PlacementContract} and name the part.
 */
package dandori.contract;
