import { useEffect, useState } from 'preact/hooks'
import { type Figures, fileUrl, load, type Loaded, signOut } from './data.ts'
import { Indicators, Matrix, Tables } from './sections.tsx'
import { Trend } from './trend.tsx'
import { wordsIn } from './words.ts'

const unitInAddress = (): string => decodeURIComponent(location.hash.slice(1))

export function App() {
  const [unit, setUnit] = useState(unitInAddress())
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' })
  const [tries, setTries] = useState(0)
  const [words, setWords] = useState(wordsIn('vi'))

  useEffect(() => {
    const moved = () => setUnit(unitInAddress())
    addEventListener('hashchange', moved)
    return () => removeEventListener('hashchange', moved)
  }, [])

  useEffect(() => {
    let left = false
    setLoaded({ kind: 'loading' })
    void load(unit).then((now) => {
      if (left) return
      setLoaded(now)
      if (now.kind !== 'figures') return
      setWords(now.figures.words)
      document.documentElement.lang = now.figures.locale
    })
    return () => {
      left = true
    }
  }, [unit, tries])

  switch (loaded.kind) {
    case 'loading':
      return <Note title={words.title} text={words.loading} />
    case 'ended':
      return <Note title={words.title} text={words.ended} />
    case 'none':
      return <Note title={words.title} text={words.none} />
    case 'away':
      return (
        <Note title={words.title} text={words.away}>
          <button type="button" onClick={() => setTries(tries + 1)}>
            {words.again}
          </button>
        </Note>
      )
    case 'figures':
      return (
        <Page
          figures={loaded.figures}
          open={(id) => {
            location.hash = encodeURIComponent(id)
            scrollTo(0, 0)
          }}
          leave={() => void signOut().then(() => setLoaded({ kind: 'ended' }))}
        />
      )
  }
}

interface NoteProps {
  readonly title: string
  readonly text: string
  readonly children?: preact.ComponentChildren
}

function Note({ title, text, children }: NoteProps) {
  return (
    <main class="door">
      <h1>{title}</h1>
      <p role="status">{text}</p>
      {children}
    </main>
  )
}

interface PageProps {
  readonly figures: Figures
  readonly open: (unit: string) => void
  readonly leave: () => void
}

function Page({ figures, open, leave }: PageProps) {
  const { unit, up, below, words } = figures
  return (
    <>
      <header>
        <h1>{unit.name}</h1>
        <p>{figures.plan}</p>
        <p class="quiet">
          {words.asOf} {figures.asOf}, {words.by}. {words.person}: {figures.person}.
        </p>
        <nav class="screen" aria-label={words.title}>
          {up !== undefined && (
            <button type="button" onClick={() => open(up.id)}>
              {words.up} {up.name}
            </button>
          )}
          {below.length > 0 && (
            <select aria-label={words.below} value="" onChange={(event) => open(event.currentTarget.value)}>
              <option value="">{words.choose}</option>
              {below.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
          <a href={fileUrl(unit.id, 'word')}>{words.word}</a>
          <a href={fileUrl(unit.id, 'excel')}>{words.excel}</a>
          <a href={fileUrl(unit.id, 'chart:progress')}>{words.picture}</a>
          <a href={fileUrl(unit.id, 'chart:matrix')}>{words.matrixPicture}</a>
          <button type="button" onClick={() => print()}>
            {words.print}
          </button>
          <a href="/">{words.chat}</a>
          <button type="button" onClick={leave}>
            {words.signOut}
          </button>
        </nav>
      </header>
      <main>
        <section class="wide" tabIndex={0} aria-label={words.indicators}>
          <Indicators figures={figures} />
        </section>
        <section>
          <Matrix figures={figures} open={open} />
        </section>
        <Trend figures={figures} />
        <Tables figures={figures} />
      </main>
    </>
  )
}
