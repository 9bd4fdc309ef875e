// What the JSON Schema of scenario files says of a value. It knows the words that our schema is written in.

/** Answers questions about a schema. */
export function reader(root) {
    const SWEEP = '#/$defs/sweep';

    /** Every way in which a value may be written, without the series of values that may stand in place of any. */
    function ways(schema) {
        if (!schema || schema === true) {
            return [];
        }
        if (schema.$ref) {
            return schema.$ref === SWEEP ? [] : ways(root.$defs[schema.$ref.slice('#/$defs/'.length)]);
        }
        const several = schema.anyOf ?? schema.allOf;
        return several ? several.flatMap(ways) : [schema];
    }

    const isMapping = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

    /** Of several kinds of mappings, the one that a value is of. */
    function mapping(schema, value) {
        const all = ways(schema).filter((way) => way.type === 'object');
        const fits = (way) =>
            Object.entries(way.properties ?? {}).every(([key, its]) => {
                const constant = ways(its).find((one) => 'const' in one)?.const;
                return ways(its).length !== 1 || constant === undefined || value[key] === undefined || constant === value[key];
            });
        const knows = (way) => Object.keys(value).filter((key) => way.properties?.[key]).length;
        const fitting = all.filter(fits);
        return (fitting.length ? fitting : all).sort((a, b) => knows(b) - knows(a))[0];
    }

    /** What may stand behind a key of a mapping. */
    function property(way, key) {
        return way?.properties?.[key] ?? (typeof way?.additionalProperties === 'object' ? way.additionalProperties : undefined);
    }

    /** The words that one value may be chosen of; none if it is free. */
    function words(schema) {
        return [...new Set(ways(schema).flatMap((way) => way.enum ?? []))];
    }

    /** The names of a part or a model that differ by what they take: what `use` or `model` may be. */
    function kinds(schema, key) {
        const named = ways(schema).filter((way) => way.type === 'object').flatMap((way) => ways(way.properties?.[key]).map((one) => one.const));
        const all = named.length && key === 'use' ? [...words(schema), ...named] : named;
        return [...new Set(all)].filter((name) => typeof name === 'string');
    }

    /** The options that a part takes, by its name. */
    function options(schema, name) {
        return ways(schema).find((way) => way.type === 'object' && ways(way.properties?.use).some((one) => one.const === name));
    }

    /** How one value is asked for. */
    function field(schema) {
        const all = ways(schema);
        const number = all.find((way) => way.type === 'number' || way.type === 'integer');
        const text = all.filter((way) => way.pattern);
        const isFlag = all.length > 0 && all.every((way) => way.type === 'boolean');
        return {
            isFlag,
            words: all.length > 0 && all.every((way) => way.enum) ? words(schema) : [],
            suggestions: words(schema),
            isNumber: number !== undefined && text.length === 0 && all.every((way) => way === number),
            isWhole: number?.type === 'integer',
            least: number?.minimum ?? (number?.exclusiveMinimum === 0 ? 0 : undefined),
            most: number?.maximum,
            hint: hint(all, number, text),
        };
    }

    /** What is to be written, in a few signs that need no translation. */
    function hint(all, number, text) {
        const hints = [];
        if (text.some((way) => way.pattern.includes('* *min)?') || way.pattern.includes(' *min)?'))) {
            hints.push('30min · 6h · 4w');
        }
        if (text.some((way) => way.pattern.endsWith('*%$'))) {
            hints.push('0 … 1 · 25 %');
        } else if (number && number.minimum !== undefined && number.maximum !== undefined && number.maximum < 999999999) {
            hints.push(`${number.minimum} … ${number.maximum}`);
        } else if (number && number.minimum !== undefined && !text.length) {
            hints.push(`≥ ${number.minimum}`);
        } else if (number && number.exclusiveMinimum === 0) {
            hints.push('> 0');
        }
        for (const way of text) {
            const units = way.pattern.match(/ \?\(([A-Za-zµ/|]+)\)\$$/);
            if (units) {
                hints.push(units[1].split('|').join(' · '));
            }
            if (way.pattern.startsWith('^[0-9]{4}-')) {
                hints.push('2026-01-05T00:00Z');
            }
        }
        return hints.join(', ');
    }

    /** The sentence about a value. */
    function says(schema) {
        return schema?.description ?? '';
    }

    return { root, ways, mapping, property, words, kinds, options, field, says, isMapping };
}
